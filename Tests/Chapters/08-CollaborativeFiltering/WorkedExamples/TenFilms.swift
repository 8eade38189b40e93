// What `--rate` does with what is typed, and which films it asks about.

import Tensors
import Testing

@testable import Chapter08

@Suite struct `Ten films` {
    /// What is typed, line by line.
    private final class Keyboard {
        var lines: [String]
        init(_ lines: [String]) { self.lines = lines }
        func next() -> String? { lines.isEmpty ? nil : lines.removeFirst() }
    }

    private let films = [(7, "Alien"), (3, "Babe"), (5, "Casablanca"), (1, "Dumbo")].map { (title: $0.0, name: $0.1) }

    private func answered(_ lines: [String], count: Int = 10) -> (ratings: [Int: Float], said: [String]) {
        let keyboard = Keyboard(lines)
        var said: [String] = []
        let ratings = askedRatings(count, of: films, reply: keyboard.next) { said.append($0) }
        return (Dictionary(uniqueKeysWithValues: ratings.map { ($0.title, $0.rating) }), said)
    }

    @Test func `ratings are read, halves and commas too, and an empty line passes a film`() {
        #expect(answered(["5", "", " 3.5 ", "2,5"]).ratings == [7: 5, 5: 3.5, 1: 2.5])
        #expect(answered(["0", "1", "", ""]).ratings == [3: 1])
    }

    @Test func `what is no rating is asked again`() {
        let (ratings, said) = answered(["great", "6", "-1", "nan", "inf", "4"])
        #expect(ratings == [7: 4])
        #expect(said.count { $0.contains("from 1 to 5") } == 5)
    }

    @Test func `enough ratings, q, or the end of the input end it`() {
        #expect(answered(["5", "4", "3", "2"], count: 2).ratings == [7: 5, 3: 4])
        #expect(answered(["5", "Q", "3"]).ratings == [7: 5])
        #expect(answered(["5"]).ratings == [7: 5])
        #expect(answered([]).ratings == [:])
    }

    @Test func `the second film differs from the first; its double comes later`() {
        let factors = Tensor([[9, 9], [1, 0], [1.1, 0.1], [-1, 0], [0, -3]])
        let order = tellingOrder([1, 2, 3, 4], films: factors)
        #expect(order.first == 1 && order[1] != 2 && Set(order) == [1, 2, 3, 4])
        #expect(tellingOrder([], films: factors) == [])
        #expect(tellingOrder([2], films: factors) == [2])
    }
}
