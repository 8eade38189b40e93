// Nudge: Write the three changes first, each from rows to rows. The third one is made of the other two.
// Idea: For each change and each label, count in how many characters the changed picture differs from every picture. Is
//   the smallest count smaller than the one of its own label?
// Almost: `rows.map { String($0.reversed()) }` mirrors, `rows.reversed()` turns upside down; two pictures differ in
//   `zip(a.joined(), b.joined()).filter { $0 != $1 }.count` characters.

public func harmfulChanges(_ pictures: [String: [String]]) throws -> [String] {
    func mirrored(_ rows: [String]) -> [String] { rows.map { String($0.reversed()) } }
    func difference(_ a: [String], _ b: [String]) -> Int { zip(a.joined(), b.joined()).count { $0 != $1 } }
    func isHarmful(_ change: ([String]) -> [String]) -> Bool {
        pictures.contains { label, rows in
            let changed = change(rows)
            let own = difference(changed, rows)
            return pictures.contains { $0.key != label && difference(changed, $0.value) < own }
        }
    }
    var harmful: [String] = []
    if isHarmful(mirrored) { harmful.append("mirrored") }
    if isHarmful({ $0.reversed() }) { harmful.append("upside down") }
    if isHarmful({ mirrored($0).reversed() }) { harmful.append("turned") }
    return harmful
}
