// The conversation of `ch08 --rate`: what is asked, what is understood, and why something is recommended.

import Chapter08
import Tensors
import TestSupport
import Testing

@Suite struct `8.7 Ten films` {
    @Test(arguments: [
        ("4", AnswerToAFilm.stars(4)), (" 4.5 ", .stars(4.5)), ("3,5", .stars(3.5)), ("1", .stars(1)), ("5", .stars(5)),
        ("", .notSeen), ("  ", .notSeen), ("-", .notSeen), ("0", nil), ("5.1", nil), ("-3", nil), ("nan", nil),
        ("inf", nil), ("four", nil), ("4 stars", nil), ("4.5.1", nil),
    ])
    func `stars, a film that was not seen, or neither`(_ typed: String, _ answer: AnswerToAFilm?) {
        #expect(AnswerToAFilm(typed) == answer)
    }

    @Test func `what cannot be understood is asked again, and what was not seen is passed over`() {
        var (typed, asked) = (["5", "six", "9", "2", "", "-", "3", "1"], [String]())
        let rated = ratings(3, of: [10, 20, 30, 40, 50, 60], name: { "Film \($0)" }) { question in
            asked.append(question)
            return typed.removeFirst()
        }
        #expect(rated.map(\.title) == [10, 20, 50] && rated.map(\.rating) == [5, 2, 3])
        #expect(typed == ["1"] && asked.count == 7)
        #expect(asked[0] == "1 of 3: Film 10? " && asked[2].contains("1 to 5") && asked[6] == "3 of 3: Film 50? ")
    }

    @Test func `the end of the input ends the questions, and so does the last film`() {
        var typed = ["5", nil, "4"]
        #expect(ratings(9, of: [1, 2, 3], name: { "\($0)" }) { _ in typed.removeFirst() }.map(\.title) == [1])
        #expect(ratings(9, of: [1, 2], name: { "\($0)" }) { _ in "x" == "y" ? nil : "4" }.map(\.title) == [1, 2])
        #expect(ratings(9, of: [1], name: { "\($0)" }) { _ in nil }.isEmpty)
    }

    @Test func `the next film is the one least like those before it`() {
        let factors = Tensor([[0, 0], [1, 0], [1, 0.1], [0, 1], [-1, -0.9], [0.9, 0]])
        #expect(questions([1, 2, 3, 4, 5], factors: factors) == [1, 4, 3, 2, 5])
        #expect(questions([3], factors: factors) == [3] && questions([], factors: factors).isEmpty)
    }

    @Test func `each component has two ends, and the one where both are adds to the fit`() {
        let films = Tensor([[0, 0], [3, 0], [-2, 0.1], [1, 0.2], [-3, 0], [0.5, -0.1]])
        let ends = TasteDirection.all(of: 1, films: films, known: [1, 2, 3, 4, 5])
        #expect(ends.count == 2 && ends.contains { $0.titles == [1, 3] } && ends.contains { $0.titles == [4, 2] })
        let end = ends.first { $0.titles[0] == 1 }!
        #expect(end.part(Tensor([2, 0]), films[1]) > 5 && end.part(Tensor([-2, 0]), films[1]) < -5)
    }
}
