import Datasets
import Exercises12
import Practice
import Solutions12

let numberOfWords = Check(
    "12.1", answer("number(of:)", Exercises12.number(of:), Solutions12.number(of:))
) { number in
    for expected in [
        1, 9, 10, 11, 19, 20, 21, 42, 99, 100, 101, 110, 111, 340, 999, 1_000, 1_001, 1_017, 1_100, 8_001, 9_999,
    ] {
        try expectEqual(number(HumanNumbers.words(expected)), expected)
    }
    for expected in stride(from: 3, to: 10_000, by: 97) {
        try expectEqual(number(HumanNumbers.words(expected)), expected)
    }
    for words in [
        "", "zero", "and", "hundred", "thousand", "one two", "twenty eleven", "twenty ten", "eleven one",
        "twenty hundred",
        "ten thousand", "one hundred hundred", "one hundred two thousand", "one thousand one thousand", "two twenty",
        "one hundred and one", "twenty one two", "hundred one", "one .", "forty thirty", "twelve hundred",
    ] {
        try expectEqual(number(words.split(separator: " ").map(String.init)), nil)
    }
}
