// # Questions
//
// The book ends each chapter with questions. Ours are where they are answered: each is the comment above a test,
// and the test is the answer in code. So question, answer and proof are read in one place, and cannot drift apart.
//
//     /// 4.29 · Two matrices go in, and one comes out. Which operator is that in Python, and what is it here?
//     ///
//     /// `a.matmul(b)` is the matrix product, …
//     ///
//     /// - Shown by: `linear1` in Chapters/04-DigitClassifier/10-Loss.swift
//     @Test func `4.29 the matrix product`() {
//         #expect(Tensor([[1, 2]]).matmul(Tensor([[3], [4]])).item == 11)
//     }
//
// This module reads them back as data, for everything that asks them: the tests, a quiz, a deck of cards. Nothing has
// to be registered: a chapter's questions are the tests in `Tests/Chapters/NN-Title/Questionnaire/`, in the order of
// its files.

/// A question of the book's questionnaire in our words, its answer, and the code that shows it.
public struct Question: Sendable, Hashable {
    /// The chapter and the question's number in the book: `"4.29"`.
    public let number: String

    /// The question. Markdown, in one paragraph.
    public let text: String

    /// The answer. Markdown; paragraphs are separated by an empty line.
    public let answer: String

    /// Where the chapter or the engine does what the question is about.
    public let shownBy: [Pointer]

    /// The test that answers in code.
    public let proof: Proof

    /// The question's number within its chapter; 0 when ``number`` is not of the form `"4.29"`.
    public var item: Int {
        let parts = number.split(separator: ".").map { Int($0) }
        return parts.count == 2 ? (parts[1] ?? 0) : 0
    }
}

/// A declaration in the project: `linear1` in Chapters/04-DigitClassifier/10-Loss.swift.
public struct Pointer: Sendable, Hashable, CustomStringConvertible {
    /// The name of a function, type, property or operator, without its arguments.
    public let symbol: String

    /// The file that declares it, as a path from the project's folder.
    public let file: String

    public var description: String { "`\(symbol)` in \(file)" }
}

/// A test as it is in the source.
public struct Proof: Sendable, Hashable {
    /// The test's name: `"4.29 the matrix product"`.
    public let name: String

    /// The statements between its braces, without their indentation.
    public let code: String

    public let file: String

    /// The line of `@Test`, from 1.
    public let line: Int
}
