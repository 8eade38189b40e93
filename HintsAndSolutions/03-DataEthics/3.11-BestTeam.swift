// Nudge: Somebody who sees ten dangers that the team has seen already adds nothing. What do you have to keep while you
//   choose?
// Idea: Keep the set of all dangers seen so far. In each round, how many does each person add? `subtracting` tells.
// Almost: `let added = seen.map { $0.subtracting(known).count }`; stop if the largest is 0; `firstIndex(of:)` finds the
//   first person with it; `known.formUnion(…)`.

public func bestTeam(_ seen: [Set<Int>], size: Int) throws -> [Int] {
    var (team, known) = ([Int](), Set<Int>())
    while team.count < size {
        let added = seen.map { $0.subtracting(known).count }
        guard let most = added.max(), most > 0 else { break }
        let person = added.firstIndex(of: most)!
        team.append(person)
        known.formUnion(seen[person])
    }
    return team
}
