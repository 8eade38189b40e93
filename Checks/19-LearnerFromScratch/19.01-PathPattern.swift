import Exercises19
import Practice
import Solutions19

let pathPattern = Check(
    "19.1", answer("fitsPath(_:_:)", Exercises19.fitsPath(_:_:), Solutions19.fitsPath(_:_:))
) { fitsPath in
    let cases: [(path: String, pattern: String, fits: Bool)] = [
        ("1.png", "*.png", true), ("1.png", "**/*.png", true), ("a/1.png", "*.png", false),
        ("a/1.png", "**/*.png", true), ("a/b/c/1.png", "**/*.png", true), ("a/b/c/1.png", "*/*.png", false),
        ("a/b/c/1.png", "a/**/c/*", true), ("a/c/1.png", "a/**/c/*", true), ("a/c/1.png", "a/**/b/*", false),
        ("a/b", "**", true), ("a/b", "**/**", true), ("a/b", "a", false), ("a", "a/b", false),
        ("a.png", "?.png", true), ("ab.png", "?.png", false), ("a/png", "a?png", false), ("a/b.png", "a*png", false),
        ("img7.png", "img[0-9].png", true), ("imgx.png", "img[0-9].png", false), ("b1", "[abc]?", true),
        ("d1", "[abc]?", false), ("_x", "[0-9_]x", true), ("7", "[0-9_]", true), ("-", "[0-9_]", false),
        ("a77.png", "*[0-9].png", true), ("a7b.png", "*[0-9].png", false), ("x", "x*", true),
        ("train/bird/001.png", "train/*/00[1-3].png", true), ("train/bird/004.png", "train/*/00[1-3].png", false),
        ("a**b", "a*b", true), ("x/y/z", "**/y/**", true), ("x/yy/z", "**/y/**", false),
    ]
    for one in cases { try expectEqual(fitsPath(one.path, one.pattern), one.fits) }
}
