// Nudge: Three things have to be cut out of the path: the file's name, its first character, and its ending.
// Idea: `path.split(separator: "/", omittingEmptySubsequences: false)` keeps an empty text behind a last "/", so `last`
//   tells you whether there is a name at all. What is behind the last dot of the name is the ending.
// Almost: `Character` has `isUppercase` and `isLowercase`, and both are false for digits and dots. A name without any
//   dot has no ending; `name.lastIndex(of: ".")` is nil then.

public func petLabel(_ path: String) throws -> String? {
    guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last, let first = name.first,
        let dot = name.lastIndex(of: "."),
        ["jpg", "jpeg", "png"].contains(name[name.index(after: dot)...].lowercased())
    else { return nil }
    return first.isUppercase ? "cat" : first.isLowercase ? "dog" : nil
}
