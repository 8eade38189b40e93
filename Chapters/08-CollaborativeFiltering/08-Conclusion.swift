// # Conclusion
//
// Section 8.8 · After this page you know what this chapter has built, and where it goes on.

import Figures
import Notebook
import Tensors

extension CollaborativeFiltering {
    func whatWasBuilt() throws {
        // For the first time in this book there were no pictures. Gradient descent has found tastes and qualities in
        // nothing but a list of ratings. And for the first time all models were classes of our own, down to one without
        // any layer.
        // #hide
        if Self.isRating { return }
        var table = TextTable(["what", "where"])
        table.add("what is looked up is a product with a one-hot vector", "section 8.3")
        table.add("a range, biases and weight decay around a dot product", "section 8.4")
        table.add("good films, near films, and a map of films", "section 8.5")
        table.add("people and films that are new, and loops", "section 8.6")
        table.add("nets, classes, and recommendations with reasons", "section 8.7")
        show(table, "What this chapter has")
    }

    func whereToGoOn() throws {
        // #hide
        if Self.isRating { return }
        // Embeddings are not only for users and films. Whatever comes in categories can have a table of its own: shops,
        // days of the week, words. The next chapter does this for tables of all kinds, with the `TabularModel` of
        // section 8.7, and chapter 10 for words.
        let data = try splits.map(\.data)
        let losses = [data.map(errorOfTheMean), data.map(twoMeans)]
        let trained = [try runD.map { $0.losses.valid.last! }, try runH.map { $0.losses.valid.last! }]
        show(
            Chart("This chapter in one picture", y: "validation loss") {
                Bars(
                    ["mean rating", "two means", "dot product with biases", "net"],
                    (losses + trained).map { Spread($0).mean }, colour: .blue)
            }, "Four ways to predict a rating of \(dataName)")
    }
}
