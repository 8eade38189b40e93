// # A new film
//
// Section 8.6 · After this page you can guess what people will think of a film that nobody has seen.

import Figures
import Layers
import Notebook
import Tensors
import Training

// New films are the question of the last two pages from the other side. A film without ratings has no factors either.
// But something is known of it.

extension CollaborativeFiltering {
    func aNewFilm() throws {
        // Its genres are known before anybody has seen it. So: factors and bias by least squares from the genres, on
        // one half of the films, for the other half. On the validation ratings, for films of that other half,
        // against what their own ratings have taught:
        let fitted = try runD[0]
        let genres = Dictionary(try data.films.map { ($0.title, $0.genres) }) { first, _ in first }
        let all = Set(genres.values.flatMap(\.self)).sorted()
        let numbers = Array(1..<fitted.data.titles.count)
        let rows = numbers.map { number -> [Double] in
            let own = genres[fitted.data.titles.name(number)] ?? []
            return [1] + all.map { own.contains($0) ? 1 : 0 }
        }
        let table = Tensor.cat(
            [fitted.model.films.weight.value.detached(), fitted.model.filmBias.weight.value.detached()], axis: 1)
        let (old, new) = (numbers.filter { $0 % 2 == 0 }, numbers.filter { $0 % 2 == 1 })
        let guessed = (0..<table.shape[1]).map { column -> [Float] in
            let weights = leastSquares(
                old.map { rows[$0 - 1] }, old.map { Double(table[$0, column].item) }, ridge: 5)
            return new.map { film in Float(zip(rows[film - 1], weights).reduce(0) { $0 + $1.0 * $1.1 }) }
        }
        let byGenre = Tensor(guessed).T
        let mean = table.rows(old).mean(axis: 0)
        var result = TextTable(["a new film is taken for", "squared error"], decimals: 3)
        let errorWith = { (replacement: Tensor?) in
            var films = table.scalars
            let width = table.shape[1]
            if let replacement {
                for (place, film) in new.enumerated() {
                    let row = (replacement.rank == 1 ? replacement : replacement[place]).scalars
                    for column in 0..<width { films[film * width + column] = row[column] }
                }
            }
            return self.checkedError(Tensor(shape: table.shape, films), on: Set(new), fitted)
        }
        result.add("the mean of all films", errorWith(mean))
        result.add("what its genres say", errorWith(byGenre))
        result.add("itself, with all of its ratings", errorWith(nil))
        show(
            result, "Every other film as if it were new, \(dataName)",
            predict: .choice(
                "Which guess about a new film is better?", ["the mean of all films", "what its genres say"],
                answer: errorWith(mean) < errorWith(byGenre) ? "the mean of all films" : "what its genres say"))

        // What the genres say is better than nothing, and far from what the ratings of the film itself have taught.
        // (The first two rows are still a little too good: the users' factors have learned from these films, too.)
    }
}

// MARK: Helpers

extension CollaborativeFiltering {
    /// The error of run D's users with another table of films and their biases, on ratings of some films.
    private func checkedError(_ table: Tensor, on films: Set<Int>, _ fitted: Fitted<DotProductBias>) -> Float {
        let (x, y) = (fitted.data.validRatings.inputs, fitted.data.validRatings.targets)
        let columns = x[0..., 1].scalars
        let rows = columns.indices.filter { films.contains(columns[$0]) }
        let (users, titles) = (rows.map { x[$0, 0].item }, rows.map { columns[$0] })
        let people = Tensor.cat(
            [fitted.model.users.weight.value.detached(), .ones(fitted.data.users.count, 1)], axis: 1
        ).rows(users)
        let sum =
            (people * table.rows(titles)).sum(axis: 1)
            + fitted.model.userBias.weight.value.detached().squeezed(1).rows(users)
        return mseLoss(sigmoidRange(sum, 0, 5.5), y.rows(rows)).item
    }
}
