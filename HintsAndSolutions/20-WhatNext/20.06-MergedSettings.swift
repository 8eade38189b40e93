// Nudge: For one key there are three values, each of which may be missing. Which cases are there?
// Idea: Go through all keys of all three. If mine and theirs are equal, or theirs is what it was, mine counts. If mine
//   is what it was, theirs counts. Else it is a conflict. `nil` can be compared like any value.
// Almost: `for key in Set(base.keys).union(mine.keys).union(theirs.keys)`, and in it three cases; assigning nil takes a
//   key away.

public func mergedSettings(
    base: [String: String], mine: [String: String], theirs: [String: String]
) throws -> [String: [String: String]] {
    var (settings, conflicts) = ([String: String](), [String: String]())
    for key in Set(base.keys).union(mine.keys).union(theirs.keys) {
        let (was, my, their) = (base[key], mine[key], theirs[key])
        if my == their || their == was {
            settings[key] = my
        } else if my == was {
            settings[key] = their
        } else {
            settings[key] = was
            conflicts[key] = "\(my ?? "")|\(their ?? "")"
        }
    }
    return ["settings": settings, "conflicts": conflicts]
}
