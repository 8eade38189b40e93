// # The data
//
// Section 12.1 · After this page you know the text that every model of this chapter reads, to the last word.

import Datasets
import Foundation
import Notebook
import Tensors

extension LanguageModel {
    func lines() {
        // Begin with a data set on which an idea can be tried in seconds. Many people do the opposite: they take the
        // data that they care about, which are large and messy, and then wait an hour to learn that a line was wrong.
        // If you have no small data set, make one. A text that is simple enough for you to see at once what the model
        // should have said is worth more than a large one.
        //
        // Here it is the numbers, spelled out in English. The book calls the data set Human Numbers, "the first 10,000
        // numbers". It is a stretch by two: there are two files, with 9,998 lines in all.
        let (training, validation) = (HumanNumbers.training, HumanNumbers.validation)
        record("human-numbers/lines", training.count + validation.count, book: 9998)
        show(Array(training.prefix(3)), "the first lines, as they are in the file")
        show(Array(training.suffix(2)), "the last lines of the first file")
        show([validation[0], validation[1_998]], "the first and the last line of the second file")

        // A number has no "and" and no hyphen in it, zero does not come, and a line ends with a space and a newline.
        // The first file holds 1 to 7,999, the second 8,001 to 9,999. So one number is in neither of them, as happens
        // where somebody writes two ranges that both leave out their ends:
        let spelled = Set(training + validation)
        let missing = (1..<10_000).filter { !spelled.contains(HumanNumbers.words($0).joined(separator: " ") + " \n") }
        show(missing[0], "missing", ask: "One number between 1 and 9,999 is in neither file. Which one?")

        // How do we know? From the counts that the book prints it follows that the missing number has two words. But so
        // have others:
        show(
            (1..<10_000).count { HumanNumbers.words($0).count == 2 }, "numbers of two words",
            ask: "How many of the numbers from 1 to 9,999 consist of two words?")

        // That it is 8,000 is known from a notebook of an older course on the same files, whose validation text begins
        // with "eight thousand one". So the files need not be downloaded. They are spelled anew, byte for byte, and
        // every run of this chapter, yours and ours, has the book's own data. (`--data` changes nothing here.)
        show(
            [training, validation].map { $0.reduce(0) { $0 + $1.utf8.count } }, "bytes of the two files")
    }

    func oneStream() {
        // The files are split into training and validation data already. For now we ignore that: all lines become one
        // text, and we split it later. Why one text? A language model reads a stream of words; where a document ends,
        // the next one begins. In one piece, the stream can be cut wherever we like, into pieces of equal length, and a
        // model that remembers something can carry it on from one piece to the next.
        //
        // Each line is stripped of its blanks (the book's `strip`), and between two lines comes a full stop, so that
        // the model can see where a number ends:
        let lines = (HumanNumbers.training + HumanNumbers.validation).map { line in
            line.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        let text = lines.joined(separator: " . ")
        show(String(text.prefix(100)), "the first 100 characters")

        // Now cut at the blanks. What comes out are the *tokens*: here they are whole words, and the full stop is a
        // token like any other. (Section 10.1 has tokens that are pieces of words.)
        let tokens = text.split(separator: " ").map(String.init)
        show(tokens.prefix(10).joined(separator: "|"), "the first ten tokens")
        record("human-numbers/tokens", tokens.count, book: 63_095)
        show(
            tokens.count { $0 == "." }, "full stops",
            ask: "There are 9,998 lines, with a full stop between any two. How many full stops are there?")

        // `HumanNumbers.tokens` are the same ones, ready-made:
        show(tokens == HumanNumbers.tokens, "equal")
    }
}
