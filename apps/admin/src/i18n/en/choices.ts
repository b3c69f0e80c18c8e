/** Words chosen from what exists already, or typed. */
export const choices = {
  refused: '“%{words}” cannot be chosen here. Choose from: %{known}.',
  noRegion: 'No customer is in %{words} yet. Check the spelling; until one is, it reaches nobody.',
  noSegment: 'No customer is in the segment %{words} yet. Check the spelling; until one is, it reaches nobody.',
  noCategory: 'No product is in the category %{words} yet. Check the spelling; until one is, it covers nothing.',
  noProduct: 'No product has the code %{words} yet. Check the spelling; until one does, it covers nothing.',
};
