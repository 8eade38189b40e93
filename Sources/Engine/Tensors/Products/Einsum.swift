// # Einsum: any product of tensors, written in letters
//
//     einsum("ij,jk->ik", a, b)       Σⱼ a[i, j] b[j, k], the matrix product
//     einsum("bij,bjk->bik", a, b)    the same, in batches
//     einsum("i,j->ij", a, b)         the outer product
//     einsum("ii->", a)               the trace
//
// A letter names an axis. What is not named in the result is summed over. Operands are taken in
// from left to right, two at a time, and wherever letters are shared and summed, the two are laid
// out as matrices and multiplied as such. Every step has its derivative, and so has the whole.

/// y[result letters] = Σ over all other letters of the product of all operands
public func einsum(_ equation: String, _ operands: Tensor...) -> Tensor { einsum(equation, operands) }

public func einsum(_ equation: String, _ operands: [Tensor]) -> Tensor {
    let parsed = EinsumEquation(equation, operands.map(\.shape))
    var terms = zip(parsed.operands, operands).map {
        Term($0, $1).stretched(to: parsed.lengths).withoutRepeats()
    }
    while terms.count > 1 {
        let (a, b) = (terms[0], terms[1])
        terms.removeFirst(2)
        terms.insert(a.times(b, keeping: Set(parsed.result + terms.flatMap(\.letters))), at: 0)
    }
    return terms[0].summed(keeping: Set(parsed.result)).ordered(parsed.result)
}

/// A tensor with a letter for each of its axes.
private struct Term {
    let letters: [Character]
    let tensor: Tensor

    init(_ letters: [Character], _ tensor: Tensor) { (self.letters, self.tensor) = (letters, tensor) }

    func length(_ letter: Character) -> Int { tensor.shape[letters.firstIndex(of: letter)!] }

    /// Axes of length 1 that broadcast, at full length.
    func stretched(to lengths: [Character: Int]) -> Term {
        let shape = letters.map { lengths[$0]! }
        return shape == tensor.shape ? self : Term(letters, tensor.expanded(to: shape))
    }

    /// Two axes of one letter become their diagonal.
    func withoutRepeats() -> Term {
        for (first, letter) in letters.enumerated() {
            guard let second = letters[(first + 1)...].firstIndex(of: letter) else { continue }
            let others = letters.indices.filter { $0 != first && $0 != second }.map { letters[$0] }
            return Term(others + [letter], tensor.diagonal(first, second)).withoutRepeats()
        }
        return self
    }

    /// Summed over every letter that is not kept.
    func summed(keeping kept: Set<Character>) -> Term {
        let axes = letters.indices.filter { !kept.contains(letters[$0]) }
        return axes.isEmpty ? self : Term(letters.filter(kept.contains), tensor.sum(axes: axes))
    }

    /// Its axes in another order.
    func ordered(_ order: [Character]) -> Tensor {
        order == letters ? tensor : tensor.permuted(order.map { letters.firstIndex(of: $0)! })
    }

    /// Σ self · other over all shared letters that are not kept.
    func times(_ other: Term, keeping kept: Set<Character>) -> Term {
        let (mine, theirs) = (Set(letters), Set(other.letters))
        let a = summed(keeping: kept.union(theirs))
        let b = other.summed(keeping: kept.union(mine))
        let shared = a.letters.filter(theirs.contains)
        let (batch, inner) = (shared.filter(kept.contains), shared.filter { !kept.contains($0) })
        let (rows, columns) = (a.letters.filter { !theirs.contains($0) }, b.letters.filter { !mine.contains($0) })
        let letters = batch + rows + columns
        if inner.isEmpty {
            // Nothing to sum: axes that one of the two lacks get length 1, and broadcasting does the rest.
            let left = columns.reduce(a.ordered(batch + rows)) { x, _ in x.unsqueezed(-1) }
            let right = rows.reduce(b.ordered(batch + columns)) { x, _ in x.unsqueezed(batch.count) }
            return Term(letters, left * right)
        }
        let product = a.matrices(batch, rows, inner).matmul(b.matrices(batch, inner, columns))
        return Term(letters, product.laidOut(letters.map { mine.contains($0) ? a.length($0) : b.length($0) }))
    }

    /// [batch, rows, columns], each the product of its letters' axes; without the batch if it has no letters.
    private func matrices(_ batch: [Character], _ rows: [Character], _ columns: [Character]) -> Tensor {
        let groups = batch.isEmpty ? [rows, columns] : [batch, rows, columns]
        return ordered(batch + rows + columns).laidOut(groups.map { $0.reduce(1) { $0 * length($1) } })
    }
}

extension Tensor {
    /// Reshaped if the shape differs: a transposed matrix need not be copied.
    fileprivate func laidOut(_ shape: [Int]) -> Tensor { shape == self.shape ? self : reshaped(shape) }
}
