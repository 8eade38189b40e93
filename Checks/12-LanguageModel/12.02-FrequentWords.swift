import Datasets
import Exercises12
import Practice
import Solutions12

let frequentWords = Check(
    "12.2",
    answer("numericalized(_:fewest:)", Exercises12.numericalized(_:fewest:), Solutions12.numericalized(_:fewest:))
) { numericalized in
    for (text, fewest, vocabulary, numbers) in [
        ("a b a c b a", 2, "unknown a b", [1, 2, 1, 0, 2, 1]), ("a b a c b a", 1, "unknown a b c", [1, 2, 1, 3, 2, 1]),
        ("a b a c b a", 4, "unknown", [0, 0, 0, 0, 0, 0]), ("", 1, "unknown", []),
        ("z y z", 1, "unknown z y", [1, 2, 1]),
        ("c b b c", 2, "unknown c b", [1, 2, 2, 1]), ("a unknown a unknown", 1, "unknown a", [1, 0, 1, 0]),
        ("a b", 0, "unknown a b", [1, 2]),
        // Neither by the alphabet nor by how often a word comes.
        ("c a b a b b d", 1, "unknown c a b d", [1, 2, 3, 2, 3, 3, 4]),
        ("d c a c b a b b", 2, "unknown c a b", [0, 1, 2, 1, 3, 2, 3, 3]),
    ] {
        let found = try numericalized(text.split(separator: " ").map(String.init), fewest)
        try expectEqual(found.its("vocabulary", \.vocabulary), vocabulary.split(separator: " ").map(String.init))
        try expectEqual(found.its("numbers", \.numbers), numbers)
    }
    // All words of the data set come a hundred times or more.
    let found = try numericalized(Array(HumanNumbers.tokens.prefix(20_000)), 100)
    let counts = Dictionary(grouping: HumanNumbers.tokens.prefix(20_000), by: { $0 }).mapValues(\.count)
    try expectEqual(found.its("number of words", \.vocabulary.count), counts.values.count { $0 >= 100 } + 1)
    try expectEqual(found.its("zeros") { $0.numbers.count { $0 == 0 } }, counts.values.filter { $0 < 100 }.reduce(0, +))
}
