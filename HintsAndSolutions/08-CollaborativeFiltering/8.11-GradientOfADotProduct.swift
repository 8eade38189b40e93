// Nudge: For a single pair, the slope of u · f for u is f, and for f it is u.
// Idea: Look up the rows of both, multiply each by dy as a column, and add the products of the films to the rows of
//   the users, and the other way round. `scatterAdded` adds, where an assignment would keep only the last.
// Almost: `pairs[0..., 0].scalars` are the users' rows, and `dy.unsqueezed(1)` is the column. Begin with
//   `Tensor.zeros(users.shape)`; without `scatterAdded`, a loop over k does it: `result[row] = result[row] + part[k]`.
//   Which of the two tables does `part` come from?

import Tensors

public func dotProductGradients(
    _ users: Tensor, _ films: Tensor, pairs: IntTensor, dy: Tensor
) throws -> (users: Tensor, films: Tensor) {
    let (u, f) = (pairs[0..., 0].scalars, pairs[0..., 1].scalars)
    let column = dy.unsqueezed(1)
    let (ofUsers, ofFilms) = (films.rows(f) * column, users.rows(u) * column)
    var (dUsers, dFilms) = (Tensor.zeros(users.shape), Tensor.zeros(films.shape))
    for k in u.indices {
        dUsers[u[k]] = dUsers[u[k]] + ofUsers[k]
        dFilms[f[k]] = dFilms[f[k]] + ofFilms[k]
    }
    return (dUsers, dFilms)
}
