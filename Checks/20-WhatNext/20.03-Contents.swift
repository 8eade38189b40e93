import Exercises20
import Practice
import Solutions20

let contents = Check(
    "20.3",
    answer("contents(of:)", Exercises20.contents(of:), Solutions20.contents(of:))
) { contents in
    try expectEqual(contents("# Birds\n\n## Data\ntext"), ["- Birds", "  - Data"])
    try expectEqual(contents("## a b\n### c\n#### d\n#e\n# f"), ["  - a b", "    - c", "- f"])
    try expectEqual(contents("# a\n```\n# no\n```\n## b"), ["- a", "  - b"])
    try expectEqual(contents("```swift\n# no"), [])
    try expectEqual(contents("text # no\n # no"), [])
    try expectEqual(contents(""), [])
}
