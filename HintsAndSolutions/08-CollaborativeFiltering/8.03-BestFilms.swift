// Nudge: How well each film fits is one list of numbers, which films are best is another. How does one get from the
//   first to the second?
// Idea: Sort the numbers of the films, not the fits: `films.indices.sorted { … }` compares two numbers of films by
//   what fits they have.
// Almost: `films.indices.sorted { fits[$0] > fits[$1] || (fits[$0] == fits[$1] && $0 < $1) }`, and of that
//   `prefix(count)`, as an `Array`. Before all that, `films.allSatisfy { $0.count == user.count }`.

public func bestFilms(for user: [Double], among films: [[Double]], count: Int) throws -> [Int]? {
    guard films.allSatisfy({ $0.count == user.count }) else { return nil }
    let fits = films.map { film in zip(user, film).reduce(0) { $0 + $1.0 * $1.1 } }
    let order = films.indices.sorted { fits[$0] > fits[$1] || (fits[$0] == fits[$1] && $0 < $1) }
    return Array(order.prefix(count))
}
