// # What the biases say
//
// Section 8.5 · After this page you can read a trained model: which films it takes for good ones, and which not.

import Figures
import Layers
import Notebook
import Tensors

// The model has never been told anything about a film. What has it found out? The simplest part to read is the bias of
// the films, one number each. Sort them, and ask for the titles at both ends. What is needed is not the sorted numbers
// but their places: `argsort` gives the places in the order in which they would have to be taken.

extension CollaborativeFiltering {
    func sortingPlaces() {
        let numbers = Tensor([0.3, -1, 0.7, 0.1])
        show(
            numbers.argsort(), "Tensor([0.3, -1, 0.7, 0.1]).argsort()",
            ask: "Which places does argsort give for 0.3, -1, 0.7, 0.1 (the first place is 0)?")
        show(numbers.argsort(descending: true), "from the largest to the smallest")
    }

    func bestAndWorst() throws {
        // The book's lists come from run E, and so do these:
        let (fitted, book) = (try runE[0], BookTitles.self)
        let bias = fitted.model.filmBias.value.detached()
        let titles = fitted.data.titles
        let fiveTitles = { (descending: Bool) in
            bias.argsort(descending: descending).scalars.prefix(5).map(titles.name)
        }
        var table = TextTable(["lowest bias", "highest bias"])
        for (low, high) in zip(fiveTitles(false), fiveTitles(true)) { table.add(low, high) }
        show(table, "Five titles at each end, \(dataName)")
        if source.isBooks {
            var table = TextTable(["lowest in the book", "highest in the book"])
            for (low, high) in zip(book.lowest, book.highest) { table.add(low, high) }
            show(table, "The book's, from another split")
            let shared = try runE.map { run in
                let order = run.model.filmBias.value.detached().argsort(descending: true).scalars
                return Set(order.prefix(20).map(run.data.titles.name)).intersection(book.highest).count
            }
            show("\(shared)", "how many of the book's highest five are among our highest twenty, split by split")
        }

        // Compare this with what you know of the films. A low bias is more than a low rating: it means that people do
        // not like the film *even if* it is of a kind that they like, since for the kind there are the factors. And a
        // film of a high bias is liked by people who usually do not care for its kind.
    }
}
