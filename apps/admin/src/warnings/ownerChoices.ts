interface Person {
  id: string;
  name: string;
}

/** Whom a warning can be given to; whoever has it stays in the list, also when they no longer work here. */
export function ownerChoices(people: readonly Person[], owner: Person | null | undefined): readonly Person[] {
  return owner && !people.some((each) => each.id === owner.id) ? [...people, owner] : people;
}
