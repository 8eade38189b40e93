// # A map of films
//
// Section 8.5 · After this page you can draw what a model thinks of fifty films, and look for meaning in it.

import Common
import Figures
import Layers
import Notebook
import Tensors

// The book takes the thousand titles with the most ratings, brings their fifty factors down to three components, and
// draws the fifty best-known titles by the first and the third. (Its caption speaks of the two strongest; its code
// draws the first and the third.) Here are both pictures, from run D. Films that the same people like should be near
// each other. `bestKnown` counts the ratings:

extension CollaborativeFiltering {
    /// The titles by their number of training ratings, the best known first.
    func bestKnown(_ data: CollabDataLoaders, _ count: Int) -> [Int] {
        let ratings = data.trainRatings.inputs[0..., 1].bincount(minLength: data.titles.count).scalars
        return Array((1..<data.titles.count).sorted { (ratings[$0], $1) > (ratings[$1], $0) }.prefix(count))
    }

    func mapOfFilms() throws {
        let fitted = try runD[0]
        let known = bestKnown(fitted.data, 1000)
        let factors = fitted.model.films.weight.value.detached().rows(known)
        let (rows, _, variances) = principalComponents(factors, 3)
        let total = variances.reduce(0, +)
        show("\(factors.shape) → \(rows.shape)", "shapes, before and after")
        show(
            Chart("The first components carry the most", x: "component", y: "share of the variance") {
                Bars((1...10).map { "\($0)" }, variances.prefix(10).map { $0 / total }, colour: .blue)
                Rule(y: 0.02, "if all fifty were equal", colour: .black)
            }, "Variance of the films' factors along their components, \(dataName)",
            predict: .yesNo(
                "Were all fifty directions equal, each would have 2 % of the variance. Has the first at least 4 %?",
                variances[0] / total >= 0.04))

        for (second, name) in [(2, "third"), (1, "second")] {
            let items = known.prefix(50).enumerated().map { place, film in
                LabelMap.Item(
                    shortTitle(fitted.data.titles.name(film)), rows[place, 0].item, rows[place, second].item)
            }
            show(
                LabelMap(
                    "Films by the first and the \(name) component", x: "first component", y: "\(name) component",
                    items),
                "The 50 titles with the most ratings of \(dataName), by the first and the \(name) component")
        }

        // Look along each axis, and give its ends a name before you read on. On MovieLens, the book sees classics and
        // films that critics love on one side, and popular blockbusters on the other. (Which side is which is chance,
        // and so is whether an axis is the same in another training.) On generated ratings, titles say what they are:
        // robots and galaxies are sci-fi, storms and raids are action, and the year is in brackets.
        //
        // Jeremy Howard, one of the book's authors, writes that this has never lost its wonder for him: random numbers
        // and a simple rule for changing them, and out come facts that nobody has told. But eyes see patterns in every
        // cloud. The next page measures.
    }
}
