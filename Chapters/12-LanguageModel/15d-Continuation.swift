// # Counting on
//
// Section 12.15 · After this page you can let a language model write, and say how well it counts.

import Common
import Datasets
import Figures
import Layers
import Notebook
import Tensors

// A model that predicts the next word can write: give it a beginning, take the word that it finds most likely, let it
// read that word too, and so on. Since the model remembers, each new word is all that it has to read.
// `greedyContinuation` does it:

/// The words that follow a beginning, each the most likely one after all before it.
///
/// The model is put in use, and forgets what it has read before and what it has written.
public func greedyContinuation(_ model: some WordModel, of beginning: [Int], count: Int) -> [Int] {
    model.eval()
    model.reset()
    defer { model.reset() }
    return noGrad {
        var (read, written) = (beginning, [Int]())
        for _ in 0..<count {
            let scores = model(IntTensor([read]))  // [1, words, vocabulary]
            read = [scores[0, -1].argmax(axis: 0).item]
            written += read
        }
        return written
    }
}

extension LanguageModel {
    func countingOn() throws {
        // The model is the regularized one, from the first seed. It has learned from the numbers up to about 8,080; the
        // rest it has never seen. First a place that it knows, then one that it does not:
        let model = try regularizedModels[0]
        for beginning in ["two thousand three hundred forty", "nine thousand nine hundred"] {
            let numbers = try vocabulary.numericalized(beginning.split(separator: " ").map(String.init))
            let written = vocabulary.words(of: greedyContinuation(model, of: numbers, count: 24))
            show("\(beginning) | \(written.joined(separator: " "))")
        }

        // Compare with the true text: after 2,340 comes 2,341, and after 9,900 comes 9,901. The first beginning is one
        // of many that the model has read fifteen times; there you see whether it has learned the order. The second is
        // a place where it can only do it by a rule: no number of the training text begins with "nine thousand". Where
        // it goes wrong, look at how. What it writes is made of numbers, the words are in an order in which numbers
        // have them, and a full stop comes where a number can end. The grammar it knows; the arithmetic is harder.
    }

    func howFarItCounts() throws {
        // How well does it count? Begin with a number and a full stop, let it write 60 words, and see how many numbers
        // it gets right before its first mistake. `rightInARow` compares them with the true text:
        let model = try regularizedModels[0]
        var table = TextTable(["it is given", "right in a row", "written", "it should have been"])
        var right: [Int] = []
        for start in [17, 98, 340, 1_234, 4_998, 7_655, 8_250, 8_996, 9_420] {
            let (count, wrong) = try rightInARow(model, after: start)
            let written = wrong?.written ?? (count > 0 ? "all as it should be" : "not one number to its end")
            table.add("\(start)", count, written, wrong?.expected ?? "")
            right.append(count)
        }
        show(table, "how far the model counts, 60 words each; from 8,250 on, numbers that it has never seen")
        record("counting/right-in-a-row", Double(right.reduce(0, +)) / Double(right.count))

        // A mistake is not the end of the world for it: it counts on from where it is, just wrongly. Of its own writing
        // it learns nothing about its mistake. Where it was given a number below 1,000, look whether it puts a thousand
        // in front of the next one. Seven of eight numbers that it has read have a thousand, and here it has read a
        // single number, with an empty memory. In training its memory was that empty only at the start of an epoch.
    }

    func whatItConsiders() throws {
        // The most likely word is not all that the model says. It gives every word a score, and the softmax makes
        // probabilities of them. What does it consider after "nine hundred ninety"? Here are the `probabilities` of the
        // six best words, at three temperatures T (section 10.2: the scores are divided by T before the softmax):
        let model = try regularizedModels[0]
        let numbers = try vocabulary.numericalized(
            ["nine", "hundred", "eighty", "nine", ".", "nine", "hundred", "ninety"])
        model.eval()
        model.reset()
        let scores = noGrad { model(IntTensor([numbers]))[0, -1] }
        model.reset()
        let (_, best) = scores.topK(6)
        let names = vocabulary.words(of: best.scalars).map { $0 == "." ? "“.”" : $0 }
        func probabilities(_ temperature: Float) -> [Float] {
            best.scalars.map { (scores / temperature).softmax()[$0].item }
        }
        show(
            Chart(
                "Temperature: from sure of itself to open to anything", x: "next word", y: "probability", yLimits: 0...1
            ) {
                Bars(names, probabilities(0.5), "T = 0.5", colour: .blue)
                Bars(names, probabilities(1), "T = 1", colour: .orange)
                Bars(names, probabilities(3), "T = 3", colour: .green)
            }, "The six likeliest words after “nine hundred eighty nine . nine hundred ninety”")
        let (cold, hot) = (probabilities(0.5)[0], probabilities(3)[0])
        show(
            fixed(hot, 3), "probability of the likeliest word at T = 3; at T = 0.5 it is \(fixed(cold, 3))",
            predict: .change(
                "T rises from 0.5 to 3. What happens to the likeliest word's probability?", from: cold, to: hot))

        // A text of numbers has one right continuation, so there is nothing to gain from chance. A story has many. For
        // those one *draws* each word with its probability, often only from the k likeliest words (*top-k*), so that
        // the long tail of nonsense never gets a turn. Or one keeps the b best beginnings at every step, by the product
        // of their probabilities, and not only the single best (*beam search*): then a word that looks weak at first
        // may win by what follows. Exercises 12.23 and 12.24 ask you for all three.
    }
}

// MARK: Helpers

extension LanguageModel {
    /// How many numbers the model writes correctly after `start`, and where it first goes wrong.
    private func rightInARow(
        _ model: RegularizedModel, after start: Int
    ) throws -> (count: Int, wrong: (written: String, expected: String)?) {
        let beginning = try vocabulary.numericalized(HumanNumbers.words(start) + ["."])
        let written = vocabulary.words(of: greedyContinuation(model, of: beginning, count: 60))
        let numbers = written.split(separator: ".", omittingEmptySubsequences: false).dropLast()
        for (place, number) in numbers.enumerated() {
            let expected = HumanNumbers.words(start + place + 1)
            if Array(number) != expected {
                return (place, (number.joined(separator: " "), expected.joined(separator: " ")))
            }
        }
        return (numbers.count, nil)
    }
}
