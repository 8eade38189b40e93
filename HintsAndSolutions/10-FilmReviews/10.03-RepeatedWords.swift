// Nudge: The page's rule goes through a text from run to run. What is a run here?
// Idea: As long as there are words: take the first, and count how many at the beginning are the same. Write the run, or
//   what stands for it, and drop it.
// Almost: With `words[...]` as the rest, `while let first = rest.first` goes from run to run, and `rest.prefix { $0 ==
//   first }` is the run. Below three words it is written as it is; otherwise three strings stand for it.

public func repeatedWordsMarked(_ words: [String]) -> [String] {
    var (marked, rest): ([String], ArraySlice<String>) = ([], words[...])
    while let first = rest.first {
        let count = rest.prefix { $0 == first }.count
        marked += count < 3 ? Array(repeating: first, count: count) : ["xxwrep", "\(count)", first]
        rest = rest.dropFirst(count)
    }
    return marked
}
