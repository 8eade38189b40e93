import Exercises07
import Practice
import Solutions07

let splitThatStays = Check(
    "7.6",
    answer(
        "isJudgedBy(_:percent:)", Exercises07.isJudgedBy(_:percent:), Solutions07.isJudgedBy(_:percent:))
) { isJudged in
    func hash(_ stem: String) -> Int {
        var h: UInt64 = 14_695_981_039_346_656_037
        for byte in stem.utf8 { h = (h ^ UInt64(byte)) &* 1_099_511_628_211 }
        return Int(h % 100)
    }
    try expectEqual(try isJudged("a.jpg", 96), false)
    try expectEqual(try isJudged("a.jpg", 97), true)
    // Each name at the two percentages between which it changes sides.
    for (name, stem) in [
        ("cat_7.jpg", "cat_7"), ("cat_7.png", "cat_7"), ("n01443537_12.JPEG", "n01443537_12"), ("a.b.jpg", "a.b"),
        ("noending", "noending"), (".hidden", ".hidden"), (".hidden.png", ".hidden"), ("", ""),
        ("Müller.jpg", "Müller"),
        ("猫.png", "猫"), ("end.", "end"),
    ] {
        try expectEqual(try isJudged(name, hash(stem)), false)
        try expectEqual(try isJudged(name, hash(stem) + 1), true)
    }
    try expectEqual(try isJudged("x.jpg", 0), false)
    try expectEqual(try isJudged("x.jpg", 100), true)
    // About a fifth of many.
    var count = 0
    for k in 0..<2000 { count += try isJudged("photo_\(k).jpg", 20).value ? 1 : 0 }
    try expect(Found("of 2000 photos, judged by at 20 percent", count), "about a fifth") { abs($0 - 400) < 80 }
}
