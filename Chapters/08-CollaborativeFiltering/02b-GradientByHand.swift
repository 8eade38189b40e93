// # The slope of each factor
//
// Section 8.2 · After this page you can say which way each factor has to go, and by how much, without autograd.

import Figures
import Notebook
import Tensors

// Take one cell. The person has the factors p, the film has q, and the error is
//
//     e = p₁q₁ + p₂q₂ + … + p₅q₅ - rating
//
// What does e² do when p₁ grows a little? e changes by q₁ times as much, and the square of e by 2e times as much as e.
// So the slope with respect to p₁ is 2 e q₁, and by the same rule it is 2 e p₁ with respect to q₁: a person's factor
// learns from the film's, and the film's from the person's.
//
// A person has rated several films, and each of these cells has its say; the loss is their mean. So the slopes are
// added up over the cells and divided by how many there are. Cells without a rating are in none of the sums. `gradient`
// is all that:

extension FactorSheet {
    /// The slope of the loss with respect to each factor, in a sheet of the same shape.
    public func gradient(_ cells: [KnownCell]) -> FactorSheet {
        var slopes = FactorSheet(
            users: users.map { $0.map { _ in 0 } }, films: films.map { $0.map { _ in 0 } })
        for cell in cells {
            let (p, q) = (users[cell.row], films[cell.column])
            let slope = 2 * (dot(p, q) - cell.rating) / Double(cells.count)
            for k in p.indices {
                slopes.users[cell.row][k] += slope * q[k]
                slopes.films[cell.column][k] += slope * p[k]
            }
        }
        return slopes
    }
}

extension CollaborativeFiltering {
    func slopeOfOneFactor() throws {
        // One person, one film, one factor each: p = 2, q = 0.5, and the rating is 4.
        let sheet = FactorSheet(users: [[2]], films: [[0.5]])
        let slopes = sheet.gradient([KnownCell(row: 0, column: 0, rating: 4)])
        show(
            slopes.users[0][0], "slope with respect to p",
            ask: "p = 2, q = 0.5, rating 4: what is the slope of the squared error with respect to p, 2 e q?")
        show(slopes.films[0][0], "slope with respect to q", ask: "And with respect to q, 2 e p?")

        // Both slopes are negative, so both factors have to grow. The prediction of 1 was too small, so that makes
        // sense. But had q been -0.5, the person's factor would have to shrink for the same reason: two negative
        // numbers are as good as two positive ones. That is how a factor finds its sign: by chance at first, then
        // together with all others.
        let other = FactorSheet(users: [[2]], films: [[-0.5]])
        let slope = other.gradient([KnownCell(row: 0, column: 0, rating: 4)]).users[0][0]
        show(
            slope, "slope with respect to p where q is -0.5",
            predict: .change(
                "q = -0.5 in place of 0.5. What does one step of gradient descent do to p?", from: 0.0, to: -slope))
    }

    func threeWaysToASlope() throws {
        // Is the rule right? There are two more ways to get the same numbers. One needs no rule at all: move a factor a
        // little to both sides, and see what the loss does. The other is autograd.
        let cells = knownCells(try corner.grid)
        var random = SplitMix64(seed: run.seed)
        let sheet = FactorSheet(
            rows: try corner.grid.count, columns: try corner.grid[0].count, factors: 5, using: &random)
        let byHand = sheet.gradient(cells)
        let (users, films) = (tracked(sheet.users), tracked(sheet.films))
        let (rows, columns) = (IntTensor(cells.map(\.row)), IntTensor(cells.map(\.column)))
        let predictions = (users.embedded(rows) * films.embedded(columns)).sum(axis: 1)
        (predictions - Tensor(cells.map { Float($0.rating) })).squared().mean().backward()

        var table = TextTable(["factor 1 of", "by hand", "autograd", "by moving it"])
        for row in [0, 1] {
            var (up, down, step) = (sheet, sheet, 1e-5)
            up.users[row][0] += step
            down.users[row][0] -= step
            step = (up.loss(cells) - down.loss(cells)) / (2 * step)
            table.add(try corner.userNames[row], byHand.users[row][0], Double(users.grad![row, 0].item), step)
        }
        show(table, "Slopes of the loss, three ways")
        let difference = zip(byHand.users.joined(), users.grad!.scalars).map { abs($0 - Double($1)) }.max()!
        show(difference < 1e-5, "all slopes of the people's factors agree to five decimals")
    }
}

// MARK: Helpers

/// A matrix of factors as a tensor with a gradient.
private func tracked(_ factors: [[Double]]) -> Tensor {
    Tensor(factors.map { $0.map { Float($0) } }).requiringGrad()
}
