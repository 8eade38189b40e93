import Exercises01
import Practice
import Solutions01

let aSplitThatStays = Check(
    "1.7", answer("isHeldBack(_:share:)", Exercises01.isHeldBack(_:share:), Solutions01.isHeldBack(_:share:))
) { isHeldBack in
    func place(_ name: String) -> Double {
        var number: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            number ^= UInt64(byte)
            number = number &* 0x100_0000_01b3
        }
        return Double((number ^ (number >> 32)) % 1_000_000) / 1_000_000
    }
    for name in ["Bengal_7.jpg", "", "great_pyrenees_173.jpg", "\u{e9}pagneul_3.jpg", "a"] {
        try expectEqual(isHeldBack(name, place(name)), false)
        try expectEqual(isHeldBack(name, place(name) + 1e-7), true)
        try expectEqual(isHeldBack(name, 0), false)
        try expectEqual(isHeldBack(name, 1), true)
    }
    // Of many names, about a fifth.
    let held = try (1...2000).count { try isHeldBack("boxer_\($0).jpg", 0.2).value }
    try expect(Found("how many of boxer_1.jpg to boxer_2000.jpg are held back with share 0.2", held), "about 400") {
        (320...480).contains($0)
    }
}
