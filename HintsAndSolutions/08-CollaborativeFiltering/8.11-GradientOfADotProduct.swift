// Nudge: For a single pair, the slope of u · f for u is f, and for f it is u.
// Idea: Look up the rows of both, multiply each by dy as a column, and add the products of the films to the rows of
//   the users, and the other way round. `scatterAdded` adds, where an assignment would keep only the last.
// Almost: With `u = users.rows(places)` and `f` the same for films, `let column = dy.unsqueezed(1)`, add row k of `f *
//   column` to row `pairs[k, 0]` of zeros. A loop over k does it: `result[row] = result[row] + part[k]`.

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
