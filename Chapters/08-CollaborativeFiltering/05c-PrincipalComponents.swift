// # The directions that matter most
//
// Section 8.5 · After this page you can reduce fifty factors to two or three, with code of your own.

import Figures
import Foundation
import Notebook
import Tensors

// A bias is one number, and easy to read. The factors are fifty, and no one of them has a meaning by itself: turn all
// vectors of users and films in the same way, and every dot product stays what it was. What can be asked is in which
// *directions* the films differ most. That is *principal component analysis*, PCA.
//
// Take two factors first. Their points make a cloud; the first component is the direction in which the cloud is
// longest. A unit vector v sees the points at x · v; the variance of these numbers is v · C v, with the matrix C of
// covariances. It is largest for an *eigenvector* of C, a direction that C only makes longer: C v = λ v. And λ is the
// variance.
//
// `eigenvectors` finds all of them by a method of Jacobi (1846). A symmetric matrix is turned in the plane of two axes,
// by just the angle that makes their common entry 0; `rotate` does that. Each turn spoils some of the zeros before, but
// the sum of the squares off the diagonal falls with every one. After a few rounds, only the diagonal is left: the
// eigenvalues.

/// Turns the plane of axes p and q so that a[p][q] becomes 0; the rows of v turn with it.
private func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int) {
    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot(), s = t * c
    for k in a.indices {
        let (x, y) = (a[k][p], a[k][q])
        (a[k][p], a[k][q]) = (c * x - s * y, s * x + c * y)
    }
    for k in a.indices {
        let (x, y) = (a[p][k], a[q][k])
        (a[p][k], a[q][k]) = (c * x - s * y, s * x + c * y)
        let (u, w) = (v[p][k], v[q][k])
        (v[p][k], v[q][k]) = (c * u - s * w, s * u + c * w)
    }
}

/// The eigenvalues of a symmetric matrix, from the largest, and unit vectors for them, one in each row.
///
/// The largest entry of each vector is positive, since both directions of a line would do.
public func eigenvectors(of matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let n = matrix.count
    var (a, v) = (matrix, (0..<n).map { row in (0..<n).map { $0 == row ? 1.0 : 0 } })
    for _ in 0..<60 {
        var off = 0.0, size = 0.0
        for i in 0..<n { for j in 0..<n { size += a[i][j] * a[i][j]; if i != j { off += a[i][j] * a[i][j] } } }
        if off <= 1e-24 * size { break }
        for p in 0..<n { for q in (p + 1)..<max(n, p + 1) where a[p][q] != 0 { rotate(&a, &v, p, q) } }
    }
    let order = (0..<n).sorted { a[$0][$0] > a[$1][$1] }
    let vectors = order.map { i -> [Double] in
        let largest = v[i].max { abs($0) < abs($1) } ?? 1
        return largest < 0 ? v[i].map { -$0 } : v[i]
    }
    return (order.map { a[$0][$0] }, vectors)
}

// With the directions at hand, the rest is short. `principalComponents` subtracts the mean of each column, makes the
// covariances, and looks at the rows along the first k directions:

/// The rows of x [n, d] along the k directions of the largest variance: [n, k], and the variances of all d. (The book's
/// `pca`.)
public func principalComponents(_ x: Tensor, _ k: Int) -> (rows: Tensor, directions: Tensor, variances: [Double]) {
    let centred = x - x.mean(axis: 0)
    let covariances = centred.T.matmul(centred) / Float(x.shape[0] - 1)
    let (values, vectors) = eigenvectors(of: (0..<x.shape[1]).map { covariances[$0].scalars.map { Double($0) } })
    let directions = Tensor(vectors.prefix(k).map { $0.map { Float($0) } })
    return (centred.matmul(directions.T), directions, values)
}

extension CollaborativeFiltering {
    func eigenvectorsByHand() {
        let (values, vectors) = eigenvectors(of: [[2, 1], [1, 2]])
        show(
            Tensor(values.map { Float($0) }), "eigenvalues of [[2, 1], [1, 2]]",
            predict: .numbers("(1, 1) is longer by which factor after [[2, 1], [1, 2]], and (1, -1)?", [3.0, 1.0]))
        show(Tensor(vectors.map { $0.map { Float($0) } }), "eigenvectors, one in each row")

        // A cloud of points with its two directions, each as long as two standard deviations:
        var random = run.random
        let cloud = Tensor.randn(300, 2, using: &random).matmul(Tensor([[1.5, 1], [0, 0.5]]))
        let (_, directions, variances) = principalComponents(cloud, 2)
        let (xs, ys) = (cloud[0..., 0].scalars, cloud[0..., 1].scalars)
        let mean = cloud.mean(axis: 0).scalars
        show(
            Chart(
                "The first component is the long way through the cloud", x: "one factor", y: "another", xLimits: -5...5,
                yLimits: -3.5...3.5
            ) {
                Points(xs, ys, colour: .sky)
                for (k, name) in ["first", "second"].enumerated() {
                    let reach = 2 * Float(variances[k].squareRoot())
                    let way = directions[k].scalars
                    Line(
                        [mean[0] - reach * way[0], mean[0] + reach * way[0]],
                        [mean[1] - reach * way[1], mean[1] + reach * way[1]], name,
                        colour: k == 0 ? .vermilion : .black)
                }
            }, "300 points, and the directions of their components")
    }
}
