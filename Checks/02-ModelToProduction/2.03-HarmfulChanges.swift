import Exercises02
import Practice
import Solutions02

let harmful = Check(
    "2.3", answer("harmfulChanges(_:)", Exercises02.harmfulChanges(_:), Solutions02.harmfulChanges(_:))
) { harmful in
    let b = ["#..", "##.", "##."], d = ["..#", ".##", ".##"], p = ["##.", "##.", "#.."], q = [".##", ".##", "..#"]
    try expectEqual(harmful(["b": b, "d": d]), ["mirrored", "turned"])
    try expectEqual(harmful(["b": b, "p": p]), ["upside down", "turned"])
    try expectEqual(harmful(["b": b, "q": q]), ["mirrored", "turned"])
    try expectEqual(harmful(["b": b, "d": d, "p": p, "q": q]), ["mirrored", "upside down", "turned"])
    // Six and nine, and a zero that every change leaves as it is.
    let six = ["###", "#..", "###", "#.#", "###"], nine = ["###", "#.#", "###", "..#", "###"]
    let zero = ["###", "#.#", "#.#", "#.#", "###"]
    try expectEqual(harmful(["0": zero, "6": six]), [])
    try expectEqual(harmful(["0": zero, "6": six, "9": nine]), ["turned"])
    // As many differences are not fewer.
    try expectEqual(harmful(["left": ["#.."], "middle": [".#."]]), [])
    try expectEqual(harmful(["left": ["#..."], "right": ["..##"]]), ["mirrored", "turned"])
    try expectEqual(harmful(["one": ["#."]]), [])
}
