// # Learning by heart
//
// Section 1.5 · After this page you know overfitting when you see it: figure 1-9, and what it means.

import Figures
import Notebook
import Tensors

// Why may a model not be judged by what it has learned from? Because with enough parameters it can learn that by heart.
// This is called *overfitting*, and it is what you will fight most. Here is the smallest example. Some points lie near
// the curve y = x², with errors, as measurements have them. Curves of several degrees are fitted to them: a straight
// line, a parabola, and one with as many bends as it likes. `fittedPolynomial` finds the numbers of such a curve,
// `polynomial` its height at any place.

/// The value of a polynomial.
public func polynomial(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
}

/// The coefficients c of the polynomial c₀ + c₁x + c₂x² + … that comes nearest to the points (least squares).
public func fittedPolynomial(degree: Int, _ xs: [Double], _ ys: [Double]) -> [Double] {
    let size = degree + 1
    // The equations of least squares: Σ xⁱ⁺ʲ cⱼ = Σ xⁱ y. A tiny number is added so that they can always be solved.
    var rows = (0..<size).map { i in
        (0..<size).map { j in xs.reduce(i == j ? 1e-9 : 0) { $0 + power($1, i + j) } }
            + [zip(xs, ys).reduce(0) { $0 + power($1.0, i) * $1.1 }]
    }
    for pivot in 0..<size {
        let best = (pivot..<size).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) }!
        rows.swapAt(pivot, best)
        for row in 0..<size where row != pivot {
            let factor = rows[row][pivot] / rows[pivot][pivot]
            for column in pivot...size { rows[row][column] -= factor * rows[pivot][column] }
        }
    }
    return (0..<size).map { rows[$0][size] / rows[$0][$0] }
}

extension FirstModels {
    func curvesThroughPoints() {
        var random = run.random
        // Points as somebody measures them, with errors:
        func measured(_ count: Int, in range: ClosedRange<Double>) -> (xs: [Double], ys: [Double]) {
            let xs = (0..<count).map {
                range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
            }
            return (xs, xs.map { $0 * $0 + 0.15 * Double(Tensor.randn(1, using: &random).item) })
        }
        let seen = measured(12, in: -1...1)
        let between = measured(40, in: -0.95...0.95)
        let outside = measured(40, in: 1.05...1.5)
        // How far a curve is from points, squared, on the average:
        func error(_ c: [Double], _ points: (xs: [Double], ys: [Double])) -> Double {
            zip(points.xs, points.ys).reduce(0) { $0 + power(polynomial(c, at: $1.0) - $1.1, 2) }
                / Double(points.xs.count)
        }
        let degrees = [1, 2, 4, 6, 8, 10]
        let fits = degrees.map { fittedPolynomial(degree: $0, seen.xs, seen.ys) }
        show(
            ChartGrid(
                [0, 1, 5].map { place in
                    Chart("degree \(degrees[place])", x: "x", y: "y", xLimits: -1.3...1.3, yLimits: -1.5...2.5) {
                        Line.function(-1.3...1.3, "x²", colour: .grey, dashed: true) { $0 * $0 }
                        Line.function(-1.3...1.3, "fitted", colour: .vermilion) { polynomial(fits[place], at: $0) }
                        Points(seen.xs, seen.ys, "points", colour: .blue)
                    }
                }), "Too stiff, right, and too free (the book's figure 1-9)")
        var table = TextTable(
            ["degree", "parameters", "points fitted", "new ones between", "new ones beyond"], decimals: 4)
        for (degree, c) in zip(degrees, fits) {
            table.add(degree, degree + 1, error(c, seen), error(c, between), error(c, outside))
        }
        let (first, last) = (fits[1], fits[5])
        show(
            table, "Mean squared distances",
            predict: .change(
                "From degree 2 to degree 10, the distance from new points beyond the ends becomes …",
                from: error(first, outside), to: error(last, outside)))
        record("polynomials/seen-degree-2", error(first, seen))
        record("polynomials/seen-degree-10", error(last, seen))
        record("polynomials/beyond-degree-2", error(first, outside))
        record("polynomials/beyond-degree-10", error(last, outside))

        // The curve of degree 10 goes nearly through every point, and so it is the best by the column that a training
        // sees. It has learned the errors of measurement, too. Between the points it is farther off than the parabola,
        // though not absurd; beyond them it knows nothing, and says something all the same.
    }
}

// MARK: Helpers

private func power(_ x: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { value, _ in value * x } }
