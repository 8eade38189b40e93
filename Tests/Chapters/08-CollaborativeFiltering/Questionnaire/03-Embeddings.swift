// The book's questions 8.9 to 8.14.

import Chapter08
import Layers
import Tensors
import TestSupport
import Testing

extension `8 Questionnaire` {
    /// 8.9 · What is an embedding matrix?
    ///
    /// A table that is learned, with one row for each category: for each user, or for each film. It is the matrix that
    /// a one-hot vector is multiplied by; the product is one of its rows.
    ///
    /// - Shown by: `EmbeddingByHand` in Chapters/08-CollaborativeFiltering/03f-EmbeddingByHand.swift
    /// - Shown by: `oneHotTimesTable` in Chapters/08-CollaborativeFiltering/03d-OneHot.swift
    @Test func `8.9 it has one row for each category, and is a parameter`() {
        var random = SplitMix64(seed: 1)
        let (map, width) = (CategoryMap(["Kolya", "Fargo", "Heat", "Kolya"]), 5)
        let embedding = EmbeddingByHand(map.count, width, using: &random)
        #expect(embedding.weight.shape == [4, 5])  // three films and #na#
        #expect(embedding.parameters.count == 1 && embedding.parameters[0].value.requiresGrad)
        for name in ["Fargo", "Heat", "Alien"] {
            let row = oneHot(map[name], map.count).matmul(embedding.weight.value)
            #expect(row.scalars == embedding.weight.value[map[name]].scalars)
        }
    }

    /// 8.10 · How is an embedding related to a matrix of one-hot vectors?
    ///
    /// An embedding that looks up the rows for some numbers gives what the matrix of their one-hot vectors times the
    /// embedding matrix would give, to the last bit; and in the backward pass it gives the same gradient. It is a
    /// shortcut for that product.
    ///
    /// - Shown by: `oneHot` in Chapters/08-CollaborativeFiltering/03d-OneHot.swift
    /// - Shown by: `gradientOfALookUp` in Chapters/08-CollaborativeFiltering/03e-LookingUp.swift
    @Test func `8.10 a look-up has the values and the gradient of the one-hot product`() {
        var random = SplitMix64(seed: 2)
        let (table, dy) = (Tensor.randn(7, 3, using: &random), Tensor.randn(4, 3, using: &random))
        let numbers = [5, 0, 5, 6]
        let (a, b) = (table.requiringGrad(), table.requiringGrad())
        let (product, found) = (oneHotRows(numbers, 7).matmul(a), LookUp(numbers)(b))
        #expect(product.scalars == found.scalars && found.scalars != table[0..<4].scalars)
        (product * dy).sum().backward()
        (found * dy).sum().backward()
        expectClose(a.grad!, b.grad!)
        #expect(b.grad![1].scalars == [0, 0, 0] && b.grad![6].scalars == dy[3].scalars)
        expectClose(b.grad![5], dy[0] + dy[2])
    }

    /// 8.11 · If one-hot vectors can do it, why is there an `Embedding`?
    ///
    /// To save memory and time. The one-hot vectors of a batch are as long as there are categories, and consist of
    /// zeros except for one place; nearly all multiplications are by 0. An embedding goes to the row directly: one
    /// number for each look-up, no multiplication at all. Only in the derivative it has to behave as if it had
    /// multiplied.
    ///
    /// - Shown by: `whatALookUpSaves` in Chapters/08-CollaborativeFiltering/03e-LookingUp.swift
    /// - Shown by: `LookUp` in Chapters/08-CollaborativeFiltering/03f-EmbeddingByHand.swift
    @Test func `8.11 one-hot vectors hold a number for every category, a look-up holds one`() {
        let (users, batch) = (944, 64)
        let rows = oneHotRows(Array(0..<batch), users)
        #expect(rows.count == batch * users && rows.scalars.count { $0 != 0 } == batch)
        // The look-up is given 64 numbers, and its result is the same.
        var random = SplitMix64(seed: 3)
        let table = Tensor.randn(users, 5, using: &random)
        let numbers = IntTensor(Array(0..<batch))
        #expect(numbers.count == batch && table.embedded(numbers).scalars == rows.matmul(table).scalars)
    }

    /// 8.12 · What is in an embedding before it has been trained, if nothing was taken from another model?
    ///
    /// Random numbers, usually small ones, without any meaning. Two films that are much alike have rows that are no
    /// more alike than those of any other two. Meaning comes with training.
    ///
    /// - Shown by: `nothingYet` in Chapters/08-CollaborativeFiltering/03f-EmbeddingByHand.swift
    @Test func `8.12 small random numbers, other ones for another seed, and no row is like another`() {
        var (random, other) = (SplitMix64(seed: 4), SplitMix64(seed: 5))
        let rows = EmbeddingByHand(500, 50, using: &random).weight.value.detached()
        #expect(EmbeddingByHand(500, 50, using: &other).weight.value.scalars != rows.scalars)
        let (mean, deviation) = (rows.mean().item, rows.squared().mean().item.squareRoot())
        #expect(abs(mean) < 0.001)
        #expect(abs(deviation - 0.01) < 0.001)
        let cosines = rows[1...].cosineSimilarity(rows[0].unsqueezed(0), axis: 1)
        #expect(abs(cosines.mean().item) < 0.05)
        #expect(cosines.abs().max().item < 0.7)
    }

    /// 8.13 · Write a class, without looking it up, and use it.
    ///
    /// A class has properties, an initializer that gives them their first values (`__init__` in Python, `init` in
    /// Swift), and methods, which find the properties of the object that they are called on through `self`. Calling the
    /// class by its name makes an object. A model is such a class: its properties are layers, and calling it runs
    /// `forward`.
    ///
    /// - Shown by: `EmbeddingByHand` in Chapters/08-CollaborativeFiltering/03f-EmbeddingByHand.swift
    @Test func `8.13 an object remembers what it was made with`() {
        final class Example {
            let name: String
            init(_ name: String) { self.name = name }
            func say(_ words: String) -> String { "Hello \(name), \(words)." }
        }
        let (one, two) = (Example("Sylvain"), Example("Jeremy"))
        #expect(one.say("nice to meet you") == "Hello Sylvain, nice to meet you.")
        #expect(two.say("how are you") == "Hello Jeremy, how are you.")
    }

    /// 8.14 · What does `x[:, 0]` give?
    ///
    /// The first column, for all rows. In Swift it is `x[0..., 0]`. Of a batch x [64, 2] with the numbers of users and
    /// titles it gives the 64 users; `x[0..., 1]` are the titles.
    ///
    /// - Shown by: `oneBatch` in Chapters/08-CollaborativeFiltering/03c-Batches.swift
    @Test func `8.14 all rows of the first column: the users of a batch`() {
        let x = IntTensor([[7, 20], [3, 10], [9, 20]])
        #expect(x[0..., 0].scalars == [7, 3, 9] && x[0..., 0].shape == [3])
        #expect(x[0].scalars == [7, 20] && x[0..., 1].scalars == [20, 10, 20])
    }
}
