// # Five architectures, one idea
//
// Section 15.6 · After this page you can name the parts of every net of the chapter, and where each begins.

import Common
import Figures
import Notebook

// You have now seen every architecture of the book's library from the inside. Written side by side they are one idea: a
// part that makes features of the input, a part that brings them to one size, and a head that answers:

extension Architectures {
    func oneIdea() {
        var table = TextTable(["task", "body", "how it becomes one size", "head"])
        table.add("classes of photos", "a cut net", "maximum and mean of each map", "norm, dropout, linear; twice")
        table.add(
            "a class for each pixel", "a cut net", "it does not: back to the photo's size",
            "upsampling, with the body's maps beside")
        table.add("two photos", "a cut net, used twice", "features of both, one behind the other", "as for classes")
        table.add(
            "texts", "a language model's LSTM", "last, maximum and mean over the words", "norm, dropout, linear; twice")
        table.add(
            "tables", "embeddings of the columns", "columns side by side", "linear, ReLU, norm; as often as wanted")
        show(table, "The architectures of this chapter")
    }

    func whatItComesTo() throws {
        // And what it comes to: features that somebody else has paid for are worth more than a clever head, data are
        // worth more than a clever net, and a net that overfits is a good beginning.
        let all = try ladder
        let first = Spread(all[firstRung]!.map(\.validAccuracy)).mean
        let four = Spread(all[rungs(Step.allCases)[4]]!.map(\.validAccuracy)).mean
        record("conclusion/before", first)
        record("conclusion/after-four-steps", four)
        show(
            "From \(Int((100 * first).rounded())) to \(Int((100 * four).rounded())) of a hundred pictures: that is what the "
                + "first four steps brought here.")
    }
}
