// Nudge: Counted from the end, which piece of a path is the folder above the folder?
// Idea: Cut each path at its slashes; with three pieces or more, the third from the end is the name.
// Almost: `let pieces = path.split(separator: "/")`, then `pieces.count > 2 ? String(pieces[pieces.count - 3]) : nil`.

public func splitByGrandparent(_ paths: [String], _ train: String, _ valid: String) -> [[Int]] {
    let folders = paths.map { path -> String? in
        let pieces = path.split(separator: "/")
        return pieces.count > 2 ? String(pieces[pieces.count - 3]) : nil
    }
    return [train, valid].map { name in paths.indices.filter { folders[$0] == name } }
}
