// Human numbers, the data set of chapter 12: the numbers up to 9,999 in English words, one on each line.
//
// So small a text need not be downloaded, it can be spelled. The two files of the original hold 1 to 7,999 and 8,001 to
// 9,999: as ranges that leave out their ends do, they miss 8,000. Each line ends with a space and a newline.

import Tensors

/// The numbers from one to nine thousand nine hundred ninety nine, in words. (The book's `HUMAN_NUMBERS`.)
public enum HumanNumbers {
    /// The lines of the training file, as they are read: "one \n", …, "seven thousand nine hundred ninety nine
    /// \n".
    public static let training = (1..<8_000).map(line)

    /// The lines of the file for validation: "eight thousand one \n", …, "nine thousand nine hundred ninety nine \n".
    public static let validation = (8_001..<10_000).map(line)

    /// All words of all lines, with a full stop between any two lines: "one", ".", "two", ".", "three", …
    public static let tokens: [String] = ((1..<8_000).map(words) + (8_001..<10_000).map(words)).joined(separator: ["."])
        .map { $0 }

    /// A number from 1 to 9,999 in words: 340 is three, hundred, forty. There is neither "and" nor a hyphen.
    /// - Precondition: the number has words of its own; 0 and 10,000 do not.
    public static func words(_ number: Int) -> [String] {
        require((1..<10_000).contains(number), "words(\(number))", "human numbers go from 1 to 9,999")
        var (words, rest) = ([String](), number)
        for (unit, name) in [(1000, "thousand"), (100, "hundred")] where rest >= unit {
            words += [ones[rest / unit - 1], name]
            rest %= unit
        }
        if rest >= 20 {
            words.append(tens[rest / 10 - 2])
            rest %= 10
        }
        return rest > 0 ? words + [ones[rest - 1]] : words
    }

    private static func line(_ number: Int) -> String { words(number).joined(separator: " ") + " \n" }

    private static let ones = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """.split(separator: " ").map(String.init)
    private static let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
        .map(String.init)
}
