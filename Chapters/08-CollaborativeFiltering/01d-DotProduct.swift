// # Taste times film
//
// Section 8.1 · After this page you can compute a dot product by hand, and say why it tells whether somebody will like
// a film.

import Figures
import Notebook
import Tensors

// Suppose that we knew, for each film, how much sci-fi is in it, how much action, and how old it is, as numbers from -1
// to 1. And suppose that we knew the same of each person: how much of each they want. "The Last Skywalker" has a lot of
// sci-fi and action, and is anything but old. "Casablanca" is old, and neither of the others. The book has these
// numbers for them, and for somebody who likes modern sci-fi with action:

let lastSkywalker = [0.98, 0.9, -0.9]
let casablanca = [-0.99, -0.3, 0.8]
let user1 = [0.9, 0.8, -0.6]

// How well does a film fit a person? Multiply number by number, and add up the products. That is the *dot product*:

/// The sum of the products of the numbers at the same places.
/// - Precondition: both are of the same length.
public func dot(_ a: [Double], _ b: [Double]) -> Double {
    require(
        a.count == b.count, "the dot product of \(a.count) and \(b.count) numbers", "each number needs its counterpart",
        try: "lists of the same length")
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
}

extension CollaborativeFiltering {
    func twoFilms() {
        // By hand: 0.9 · 0.98 is 0.882, and 0.8 · 0.9 is 0.72, and -0.6 · -0.9 is 0.54.
        let skywalker = dot(user1, lastSkywalker)
        show(skywalker, "user 1 and The Last Skywalker", ask: "What is 0.882 + 0.72 + 0.54?")
        record("dot-product/the-last-skywalker", skywalker, book: 2.142)
        let old = dot(user1, casablanca)
        show(old, "user 1 and Casablanca", ask: "0.9 · -0.99, 0.8 · -0.3 and -0.6 · 0.8: what is their sum?")
        record("dot-product/casablanca", old, book: -1.611)

        // (Look closely at the first: a computer counts in halves, quarters and so on, in which 0.9 cannot be written
        // exactly. The book's computer has the same digit at the end.)
        //
        // The signs do the work. Where film and person agree, the product is positive, also where both are negative:
        // who does not want an old film gains by its not being old. Where they disagree it is negative.
        show(
            ChartGrid(
                [parts(of: lastSkywalker, "The Last Skywalker"), parts(of: casablanca, "Casablanca")], columns: 2,
                title: "Each factor adds its part"), "What each factor contributes to the fit of user 1 and a film",
            predict: .yesNo(
                "User 1 has -0.6 for old films, The Last Skywalker has -0.9. Does this speak for the film?", true))

        // Now imagine that user 1 changes their mind about everything, so that each number turns its sign:
        show(
            dot(user1.map { -$0 }, casablanca), "the opposite of user 1, and Casablanca",
            ask: "User 1 and Casablanca gave -1.611. What do the opposite of user 1 and Casablanca give?")

        // Dot products are what matrix products are made of: each number of a matrix product is one of them (chapter
        // 17). In a tensor library, the same is written as a product and a sum:
        let (film, person) = (Tensor(lastSkywalker.map { Float($0) }), Tensor(user1.map { Float($0) }))
        show((person * film).sum().item, "the same with tensors")

        // This would be all, if somebody had written down such numbers for each film and each person. Nobody has. They
        // hide in the ratings, and are called *latent factors* for that reason: from the Latin word for lying hidden.
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    private func parts(of film: [Double], _ title: String) -> Chart {
        Chart(title, x: "factor", y: "product", yLimits: -1.1...1.1) {
            Bars(["sci-fi", "action", "old"], zip(user1, film).map { $0 * $1 })
            Rule(y: 0)
        }
    }
}
