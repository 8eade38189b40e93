import Foundation
import Testing

@testable import Common

@Suite struct `Text in columns` {
    @Test func `moves to the right, except for empty lines`() {
        #expect(indented("a\n\nb", by: 2) == "  a\n\n  b")
    }

    @Test func `can be put side by side`() {
        #expect(sideBySide([["a", "bcd"], ["日本", "x", "y"]], gap: 1) == ["a   日本", "bcd x", "    y"])
        #expect(sideBySide([], gap: 3) == [])
    }

    @Test func `begins with whole words`() {
        #expect(beginning(of: "It was a dark night", 12) == "It was a …" && beginning(of: "It was", 6) == "It was")
        #expect(beginning(of: "Donaudampfschiff", 5) == "Donau …" && beginning(of: "", 3) == "")
    }

    @Test func `is as wide as it looks`() {
        #expect("x² ≤ 4".displayWidth == 6 && "日本".displayWidth == 4 && "e\u{301}".displayWidth == 1)
        #expect("👍🏽".displayWidth == 2 && "\u{1B}[38;5;1mred\u{1B}[0m".displayWidth == 3)
    }

    @Test func `is padded and cut by its width`() {
        #expect("ab".padded(to: 4) == "ab  " && "ab".padded(to: 4, .right) == "  ab" && "abc".padded(to: 2) == "abc")
        #expect("ab".padded(to: 5, .centre) == " ab  " && "日".padded(to: 3, .right) == " 日")
        #expect("abcdef".truncated(to: 4) == "abc…" && "日本語".truncated(to: 4) == "日…" && "a".truncated(to: 0) == "")
        #expect(" a ".withoutTrailingSpaces == " a")
    }

    @Test func `is coloured by ink alone`() {
        #expect(Ink.plain.bold("a") + Ink.plain.newPage == "a")
        #expect(Ink(isPlain: false).red("a") == "\u{1B}[31ma\u{1B}[0m")
        #expect(Ink(isPlain: false).paint("a", "1", "38;5;196") == "\u{1B}[1;38;5;196ma\u{1B}[0m")
    }

    @Test(
        arguments: [
            (true, ["TERM": "xterm"], true), (true, [:], true), (true, ["NO_COLOR": ""], true),
            (true, ["NO_COLOR": "1"], false),
            (true, ["TERM": "dumb"], false), (false, ["TERM": "xterm"], false),
        ] as [(Bool, [String: String], Bool)])
    func `has colours in a terminal, unless the reader wants none`(
        _ isTerminal: Bool, _ environment: [String: String], _ expected: Bool
    ) {
        #expect(Ink.isWelcome(isTerminal, environment) == expected)
    }
}

@Suite struct `A long line` {
    @Test(arguments: [
        ("one two three", 7, "one two\nthree"), ("one two", 3, "one\ntwo"), ("endless", 3, "endless"), ("", 5, ""),
        ("a b\nc d", 9, "a b\nc d"), ("  fits\n\n too", 6, "  fits\n\n too"), ("  it is cut", 6, "it is\ncut"),
        ("日本 日本", 8, "日本\n日本"),
    ])
    func `breaks between words`(_ text: String, _ columns: Int, _ expected: String) {
        #expect(wrapped(text, to: columns) == expected)
    }

    @Test func `breaks by any measure`() {
        #expect(broken("a bb ccc d", where: { $0.utf8.count < 5 }) == ["a bb", "ccc", "d"])
        #expect(broken(" ", where: { _ in true }) == [])
    }
}
