// # Ask them
//
// Section 8.6 · After this page you can turn a few answers, or what somebody says at sign-up, into factors.

import Common
import Datasets
import Figures
import Foundation
import Layers
import Notebook
import Tensors

// First one more look at the mean of everybody, and then away from it.

extension CollaborativeFiltering {
    func aTasteNobodyHas() throws {
        // How far is the mean from everybody? Compared with how far people are from their nearest neighbour, and with
        // how long their vectors are:
        let cold = try coldStart
        let mean = cold.meanTaste.factors
        let lengths = cold.users.squared().sum(axis: 1).sqrt()
        let neighbours = (0..<min(200, cold.users.shape[0])).map { row in
            euclideanDistance(cold.users, cold.users[row]).sorted().values[1].item
        }
        var table = TextTable(["", "size"], decimals: 3)
        table.add("length of the mean of all users", mean.squared().sum().sqrt().item)
        table.add("mean length of a user", lengths.mean().item)
        table.add("from a user to the nearest other", Float(Spread(neighbours).mean))
        table.add("from the mean to the nearest user", euclideanDistance(cold.users, mean).min().item)
        show(table, "Factors of users, \(dataName)")

        // In the middle of a crowd, one is nearer to everybody than they are to each other. But the mean is short: what
        // one person has more of and the next one less is gone. What does it say about films? Take those that are known
        // best. The dot product with a person's factors is how well each film fits, and how much these numbers differ
        // from film to film is how much taste there is in them:
        let films = cold.films.rows(bestKnown(cold.fitted.data, 200))
        let tasteIn = { (factors: Tensor) in films.matmul(factors).std().item }
        let ofUsers = (0..<min(200, cold.users.shape[0])).map { tasteIn(cold.users[$0]) }
        var differences = TextTable(
            ["deviation of the fit over \(films.shape[0]) well-known titles", "size"], decimals: 3)
        differences.add("the mean of all users", tasteIn(mean))
        differences.add("a user, on average", Float(Spread(ofUsers).mean))
        show(
            differences, "How much taste somebody has, \(dataName)",
            predict: .choice(
                "For whom does the fit differ more from film to film?", ["the mean of all users", "a user"],
                answer: tasteIn(mean) > Float(Spread(ofUsers).mean) ? "the mean of all users" : "a user"))
        // With the mean's factors, a list of recommendations is hardly more than the list of films that all like.
    }
}

// The third way is the best: find something out. What people say about themselves when they sign up, their age, say,
// can be the input of a model whose output is the factors that they would have. (The book thinks of a tabular model,
// its next chapter; `leastSquares` is the smallest one.) `signUp` makes numbers of what MovieLens knows of people:

/// Age in decades, gender, and a 1 for the occupation among `occupations`.
func signUp(_ viewer: Viewer, _ occupations: [String]) -> [Double] {
    [1, Double(viewer.age) / 10, viewer.gender == "F" ? 1 : 0] + occupations.map { $0 == viewer.occupation ? 1 : 0 }
}

// And a few ratings are better still. The films stay as they are, so only one row is to be found: factors and a bias
// that fit these ratings, and are not far from what is usual. This is least squares again. In place of the rating
// stands the number that `sigmoidRange` would bend into it, and everything is measured from the mean taste, in units of
// how much people differ:

/// The taste that fits a few ratings, given what is usual: `mean`, and how far users are from it in each factor and in
/// the bias.
public func fittedTaste(
    _ ratings: [(title: Int, rating: Float)], films: Tensor, filmBias: Tensor, mean: Taste,
    spread: (factors: [Float], bias: Float), noise: Double = 0.4
) -> Taste {
    if ratings.isEmpty { return mean }
    let scale = (spread.factors + [spread.bias]).map { Double($0) }
    let usual = mean.factors.scalars
    var (rows, targets) = ([[Double]](), [Double]())
    for (title, rating) in ratings {
        let film = films[title].scalars
        let share = Double(min(max(rating, 0.25), 5.25)) / 5.5
        let fit = zip(film, usual).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        targets.append(log(share / (1 - share)) - Double(fit + filmBias[title].item + mean.bias))
        rows.append(zip(film + [1], scale).map { Double($0) * $1 })
    }
    let change = leastSquares(rows, targets, ridge: noise)
    let factors = usual.indices.map { usual[$0] + Float(change[$0] * scale[$0]) }
    return Taste(factors: Tensor(factors), bias: mean.bias + Float(change.last! * scale.last!))
}

extension CollaborativeFiltering {
    func answersAndRatings() throws {
        let cold = try coldStart
        let (mean, spread) = (
            cold.meanTaste, (factors: cold.users.std(axis: 0).scalars, bias: cold.userBias.std().item)
        )
        var table = TextTable(["what is known of a stranger", "squared error"], decimals: 3)
        table.add("nothing", cold.error { _ in mean })
        if !cold.viewers.isEmpty {
            let occupations = Set(cold.viewers.map(\.viewer.occupation)).sorted()
            let rows = cold.viewers.map { signUp($0.viewer, occupations) }
            let weights = (0...mean.factors.count).map { column in
                leastSquares(
                    rows,
                    cold.viewers.map { person in
                        Double(
                            column < mean.factors.count
                                ? cold.users[person.row - 1, column].item : cold.userBias[person.row - 1].item)
                    }, ridge: 5)
            }
            let error = cold.error { number in
                guard let viewer = cold.strangers[number].viewer else { return mean }
                let answers = signUp(viewer, occupations)
                let found = weights.map { Float(zip($0, answers).reduce(0) { $0 + $1.0 * $1.1 }) }
                return Taste(factors: Tensor(Array(found.dropLast())), bias: found.last!)
            }
            table.add("age, gender and occupation", error)
        }
        let counts = run.size(quick: [1, 2, 4, 8], usual: [1, 2, 5, 10, 20])
        let errors = counts.map { count in
            cold.error { number in
                fittedTaste(
                    Array(cold.strangers[number].known.prefix(count)), films: cold.films, filmBias: cold.filmBias,
                    mean: mean, spread: spread)
            }
        }
        for (count, error) in zip(counts, errors) { table.add(counted(count, "rating"), error) }
        show(
            table, "What it takes to know somebody, \(dataName)",
            predict: .change(
                "From nothing to \(counts.last!) ratings of a stranger: what does the error do?",
                from: cold.error { _ in mean }, to: errors.last!))
        let whole = try runD[0].losses.valid.last!
        // What somebody says at sign-up tells less than a few ratings do. And even twenty ratings do not make the error
        // as small as for people whom the model has been trained with. (Those are other people, so it is a rough
        // comparison.)
        show(
            Chart("The more ratings, the better the guess", x: "ratings known of a stranger", y: "squared error") {
                Line([0] + counts, [cold.error { _ in mean }] + errors, "strangers")
                Rule(y: whole, "people whom the model knows (run D)", colour: .black)
            }, "Strangers and their first ratings, \(dataName)")
        record("cold-start/\(counts.last!)-ratings", errors.last!)
    }
}
