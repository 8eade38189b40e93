// The words of section 1.8 as data, and `swift run ch01 --glossary epoch`.

import Common
import Foundation

/// A word, what it means, and where this chapter has it.
public struct GlossaryEntry: Sendable {
    public let term: String, meaning: String
    /// The number of a section of this chapter.
    public let section: Int
    /// Other names of the same.
    public let others: [String]

    init(_ term: String, _ section: Int, also others: [String] = [], _ meaning: String) {
        (self.term, self.section, self.others, self.meaning) = (term, section, others, meaning)
    }
}

/// The words, in the order of the book's table 1-3, and some more.
public enum Glossary {
    public static let bookTerms = [
        GlossaryEntry(
            "label", 4, also: ["target", "dependent variable"],
            "what is to be predicted of an item, as somebody knows it: “cat”"),
        GlossaryEntry(
            "architecture", 4, "the form of the function that computes predictions, before its parameters have values"),
        GlossaryEntry("model", 4, "an architecture together with parameters that have values"),
        GlossaryEntry(
            "parameters", 4, also: ["weights"], "the numbers in a model that change when it learns"),
        GlossaryEntry(
            "fit", 5, "change the parameters such that predictions come nearer to the labels"),
        GlossaryEntry("train", 5, "the same as fit"),
        GlossaryEntry(
            "pretrained model", 5, "a model that has already been trained, mostly on very many data of another kind"),
        GlossaryEntry(
            "fine-tune", 5, also: ["transfer learning"],
            "go on training a pretrained model, for another task than the one it has learned"),
        GlossaryEntry("epoch", 5, "one pass through all the data that are learned from"),
        GlossaryEntry(
            "loss", 4, "a number that says how bad predictions are, made such that training can lower it"),
        GlossaryEntry("metric", 5, "a number that says how good predictions are, made for people"),
        GlossaryEntry(
            "validation set", 10, also: ["development set"],
            "data that are not learned from, by which the model is judged while one works on it"),
        GlossaryEntry("training set", 10, "the data that are learned from"),
        GlossaryEntry(
            "overfitting", 5, "learning the training data by heart, in place of what is true of others like them"),
        GlossaryEntry(
            "CNN", 5, also: ["convolutional neural network"],
            "convolutional neural network, an architecture that is good with pictures"),
    ]

    public static let moreTerms = [
        GlossaryEntry("prediction", 4, "what a model says of an item"),
        GlossaryEntry("item", 5, "one of the things that a model learns from: a photo, a review, a row of a table"),
        GlossaryEntry("head", 5, "the new last part of a pretrained model, made for the new task"),
        GlossaryEntry("body", 5, "the rest of a pretrained model, which is kept"),
        GlossaryEntry(
            "hyperparameter", 10,
            "a number or a choice that people make about the training: the learning rate, the number of epochs"),
        GlossaryEntry("test set", 10, "data that nobody looks at until all is decided"),
        GlossaryEntry("classification", 5, "predicting which of some classes an item belongs to"),
        GlossaryEntry("regression", 5, "predicting numbers"),
        GlossaryEntry("segmentation", 9, "predicting a class for every pixel of a picture"),
        GlossaryEntry("baseline", 10, "a very simple model that yours has to beat"),
        GlossaryEntry("feedback loop", 4, "predictions that change the data which later models learn from"),
    ]

    public static let all = bookTerms + moreTerms

    /// The entry of a word, whatever its capitals, hyphens and endings.
    /// - Throws: `Refusal`, which names the words that are most similar, or all that there are.
    public static func entry(_ word: String) throws(Refusal) -> GlossaryEntry {
        let wanted = key(word)
        if let found = all.first(where: { ([$0.term] + $0.others).contains { key($0) == wanted } }) { return found }
        let near = nearestWords(to: word, among: all.flatMap { [$0.term] + $0.others })
        // A word that is a part of another one, such as “set”, may mean each of them.
        let parts = wanted.isEmpty ? [] : all.filter { key($0.term).contains(wanted) || wanted.contains(key($0.term)) }
        let names = near + parts.map(\.term).filter { !near.contains($0) }
        throw Refusal(
            "“\(word)” is not in the glossary; try "
                + (names.isEmpty ? "one of " + all.map(\.term).joined(separator: ", ") : names.joined(separator: ", ")))
    }

    /// Letters alone, small, in the singular.
    private static func key(_ word: String) -> String {
        let letters = String(word.lowercased().filter(\.isLetter))
        if letters.hasSuffix("sses") { return String(letters.dropLast(2)) }
        return letters.hasSuffix("s") && !letters.hasSuffix("loss") ? String(letters.dropLast()) : letters
    }
}

extension GlossaryEntry: CustomStringConvertible {
    public var description: String {
        let also = others.isEmpty ? "" : " (also: \(others.joined(separator: ", ")))"
        return "\(term)\(also): \(meaning). Section 1.\(section)."
    }
}

extension FirstModels {
    /// What `--help` says about the sources.
    public static let docOption =
        "--doc NAME: what the source says of a function or a type of the library (section 1.9)."

    /// What `--help` says about the glossary.
    public static let glossaryOption =
        "--glossary WORD: what a word of this chapter means (section 1.8); without a word, all of them."

    /// Prints the answer, if the program was started with `--glossary` or `--doc`.
    /// - Returns: whether it was.
    public static func answersGlossary() -> Bool {
        do {
            guard let text = try glossaryAnswer(Array(CommandLine.arguments.dropFirst())) else { return false }
            print(text)
            return true
        } catch {
            warn("ch01: \(error)")
            exit(64)
        }
    }

    /// Answers `--glossary` and `--doc`, if they are asked for, wherever they stand; all behind them is the question.
    /// - Returns: the text to print; nil if the arguments are about something else.
    /// - Throws: `Refusal` for a word that is not in the glossary, or a name that is not in the sources.
    public static func glossaryAnswer(_ arguments: [String]) throws -> String? {
        let names = ["--glossary", "--doc"]
        guard let place = arguments.firstIndex(where: { names.contains(String($0.prefix { $0 != "=" })) })
        else { return nil }
        // `--glossary=epoch` is the same as `--glossary epoch`.
        let parts = arguments[place].split(separator: "=", maxSplits: 1).map(String.init)
        let words = parts.dropFirst() + arguments[(place + 1)...]
        if let other = words.first(where: { $0.hasPrefix("--") }) {
            throw Refusal("\(parts[0]): it goes alone, without \(other)")
        }
        guard parts[0] == "--glossary" else {
            guard words.count == 1, let name = words.first else {
                throw Refusal("--doc: name one function or type after it")
            }
            return try doc(name).map(\.description).joined(separator: "\n\n")
        }
        if words.isEmpty { return Glossary.all.map(\.description).joined(separator: "\n") }
        return try Glossary.entry(words.joined(separator: " ")).description
    }
}
