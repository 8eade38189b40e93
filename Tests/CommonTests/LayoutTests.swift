import Foundation
import Testing

@testable import Common

@Suite struct `Text in columns` {
    @Test(arguments: [
        ("one two three", 7, "one two\nthree"), ("one two", 3, "one\ntwo"), ("endless", 3, "endless"), ("", 5, ""),
        ("a b\nc d", 9, "a b\nc d"),
    ])
    func `breaks between words`(_ text: String, _ columns: Int, _ expected: String) {
        #expect(wrapped(text, to: columns) == expected)
    }

    @Test func `moves, pads and counts`() {
        #expect(indented("a\n\nb", by: 2) == "  a\n\n  b")
        #expect(padded("ab", to: 4) == "ab  " && padded("abc", to: 2) == "abc")
        #expect(right(7, 3) == "  7" && right(1234, 3) == "1234")
        #expect(counted(1, "hint") == "1 hint" && counted(0, "hint") == "0 hints")
    }

    @Test func `is coloured by ink alone`() {
        #expect(Ink.plain.bold("a") + Ink.plain.newPage == "a")
        #expect(Ink(isPlain: false).red("a") == "\u{1B}[31ma\u{1B}[0m")
    }
}

@Suite struct `A chapter's folder` {
    @Test func `says number and title`() throws {
        let folder = try #require(ChapterFolder("04-DigitClassifier"))
        #expect(folder.number == 4 && folder.digits == "04" && folder.title == "Digit Classifier")
    }

    @Test(arguments: [".keep", "README", "a-4", "04"])
    func `is not any folder`(_ name: String) { #expect(ChapterFolder(name) == nil) }
}
