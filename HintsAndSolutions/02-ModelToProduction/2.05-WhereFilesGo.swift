// Nudge: Look at everything that can be wrong before you move the first file. And what do you have to know of a folder
//   to see whether a name is free there?
// Idea: Keep a set of all paths that are taken; it begins with `files`, and nothing is ever taken out. A file that
//   moves tries "folder/name.ext", "folder/name-2.ext", … until one is not in the set, and puts that one in.
// Almost: `let dot = name.lastIndex(of: ".") ?? name.endIndex` parts a name. The candidates are `name[..<dot] + suffix
//   + name[dot...]` with the suffixes "", "-2", "-3", … Go through `change.keys.sorted()`, and skip a file whose folder
//   is the new one.

public func places(of files: [String], delete: [Int], change: [Int: String]) throws -> [String?]? {
    let isSound =
        (delete + change.keys).allSatisfy { files.indices.contains($0) }
        && Set(delete).isDisjoint(with: change.keys)
        && change.values.allSatisfy { !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") }
    guard isSound else { return nil }
    var (result, taken) = (files.map { Optional($0) }, Set(files))
    for place in delete { result[place] = nil }
    for place in change.keys.sorted() {
        let parts = files[place].split(separator: "/", maxSplits: 1).map(String.init)
        let (folder, name) = (change[place]!, parts[1])
        if folder == parts[0] { continue }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        var (path, number) = ("\(folder)/\(name)", 1)
        while taken.contains(path) {
            number += 1
            path = "\(folder)/\(name[..<dot])-\(number)\(name[dot...])"
        }
        taken.insert(path)
        result[place] = path
    }
    return result
}
