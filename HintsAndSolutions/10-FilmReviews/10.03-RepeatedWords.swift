// Nudge: The page's rule goes through a text from run to run. What is a run here?
// Idea: As long as there are words: take the first, and count how many at the beginning are the same. Write the run, or
//   what stands for it, and drop it.
// Almost: `let count = rest.prefix { $0 == first }.count`, then `count < 3 ? Array(repeating: first, count: count) :
//   ["xxwrep", "\(count)", first]`, then `rest = rest.dropFirst(count)`.

public func repeatedWordsMarked(_ words: [String]) -> [String] {
    var (marked, rest): ([String], ArraySlice<String>) = ([], words[...])
    while let first = rest.first {
        let count = rest.prefix { $0 == first }.count
        marked += count < 3 ? Array(repeating: first, count: count) : ["xxwrep", "\(count)", first]
        rest = rest.dropFirst(count)
    }
    return marked
}
