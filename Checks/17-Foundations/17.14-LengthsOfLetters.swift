import Exercises17
import Practice
import Solutions17

let lengthsOfLetters = Check(
    "17.14",
    answer("lengthsOfLetters(_:_:)", Exercises17.lengthsOfLetters(_:_:), Solutions17.lengthsOfLetters(_:_:)),
    answer("withArrow(_:)", Exercises17.withArrow(_:), Solutions17.withArrow(_:))
) { lengths, withArrow in
    let right: [(String, [[Int]], [Character: Int])] = [
        ("ik,kj->ij", [[2, 3], [3, 4]], ["i": 2, "k": 3, "j": 4]), ("ij->ji", [[5, 6]], ["i": 5, "j": 6]),
        ("bi, ij, bj -> b", [[2, 3], [3, 4], [2, 4]], ["b": 2, "i": 3, "j": 4]), ("ii->", [[7, 7]], ["i": 7]),
        ("->", [[]], [:]), (",i->i", [[], [3]], ["i": 3]), ("iI->Ii", [[1, 2]], ["i": 1, "I": 2]),
        ("i,i,i->i", [[4], [4], [4]], ["i": 4]), ("ij->", [[0, 1]], ["i": 0, "j": 1]),
    ]
    for (text, shapes, expected) in right {
        let found = try lengths(text, shapes)
        try expect(found, "lengths") { $0 != nil }
        // In the order of the alphabet, so that a message can be read.
        let pairs = found.its("by letter") { $0!.map { "\($0.key): \($0.value)" }.sorted() }
        try expectEqual(pairs, expected.map { "\($0.key): \($0.value)" }.sorted())
    }
    let wrong: [(String, [[Int]])] = [
        ("ik,kj", [[2, 3], [3, 4]]), ("ik->kj->ij", [[2, 3]]), ("", [[]]), ("i1,1j->ij", [[2, 3], [3, 4]]),
        ("ik.kj->ij", [[2, 3], [3, 4]]), ("iö->i", [[2, 3]]), ("ik,kj->ij", [[2, 3]]), ("ik->i", [[2, 3], [3, 4]]),
        ("ik,->ik", [[2, 3]]), ("ikj,kj->ij", [[2, 3], [3, 4]]), ("i,kj->ij", [[2, 3], [3, 4]]), ("i->i", [[]]),
        ("ki,kj->ij", [[2, 3], [3, 4]]), ("ik,kj->ij", [[2, 1], [3, 4]]), ("ii->i", [[2, 3]]),
        ("ik,kj->iz", [[2, 3], [3, 4]]), ("ik,kj->ii", [[2, 3], [3, 4]]),
    ]
    for (text, shapes) in wrong { try expect(lengths(text, shapes), "nil") { $0 == nil } }
    let arrows: [(String, String?)] = [
        ("ik,kj", "ik,kj->ij"), ("kj,ik", "kj,ik->ij"), ("ba", "ba->ab"), ("ii", "ii->"), ("i,i,i", "i,i,i->"),
        ("b I, I A", "bI,IA->Ab"), ("", "->"), ("ik, kj -> ji", "ik,kj->ji"), ("ij->", "ij->"), ("i->j->k", nil),
        ("i1", nil), ("ij-k", nil), ("ij->1", nil),
    ]
    for (text, expected) in arrows { try expectEqual(withArrow(text), expected) }
}
