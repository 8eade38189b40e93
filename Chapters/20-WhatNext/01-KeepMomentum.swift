// # Keep momentum
//
// Section 20.1 · After this page you know how much small steps in one direction add up to, and what a break costs.

import Figures
import Foundation
import Notebook

// You have come to the end of a long book. Those who get here tend to think that they know little, because they see how
// much more there is. In fact few people can do what you can do now. What happens next depends less on what you know
// than on whether you go on. The authors ask for one thing above all: keep *momentum*.
//
// The word is a pun. Momentum (section 16.3) is what an optimizer has that takes each step not along the gradient
// alone, but along a *velocity*: what is left of the last one, plus the gradient. With a rest of β = 0.9, nine tenths
// are left each time:

/// The velocities after 1, 2, … gradients: v = β·v + g, beginning with 0.
public func velocities(_ gradients: [Double], rest beta: Double) -> [Double] {
    var velocity = 0.0
    return gradients.map {
        velocity = beta * velocity + $0
        return velocity
    }
}

extension WhatNext {
    func velocityOfSteps() {
        // Let all gradients be 1. Velocity grows, and as less is added each time than before, it comes to a limit:
        let steps = velocities(Array(repeating: 1, count: 60), rest: 0.9)
        show(
            Chart("The same small push, again and again", x: "pushes", y: "velocity", yLimits: 0...11) {
                Line(1...60, steps, "rest 0.9")
                Line(1...60, velocities(Array(repeating: 1, count: 60), rest: 0.5), "rest 0.5")
                Rule(y: 10, "1/(1 - 0.9)")
            }, "Velocity after n equal pushes",
            predict: .number(
                "Each push adds 1, and nine tenths of the velocity are left each time. Which limit does it come to?",
                10.0))
        // A sum of 1, 0.9, 0.81 and so on: after n pushes (1 - βⁿ)/(1 - β), in the end 1/(1 - β).
        let formula = (1 - pow(0.9, 7)) / (1 - 0.9)
        record("momentum/velocity-after-7-pushes", steps[6])
        record("momentum/the-same-by-the-formula", formula)
        // Half of the limit is reached after 7 pushes, nine tenths after 22:
        record("momentum/pushes-until-nine-tenths-of-the-limit", steps.firstIndex { $0 >= 9 }! + 1)
    }
}

// Why does an optimizer want this? In a narrow valley, the gradient points mostly across, from one slope to the other,
// and hardly along. Across, the pushes change their sign and cancel out; along, they add up. The valley here is 40
// times steeper across than along, `walked` goes down in it, and `height` says how far it still is to the bottom:

/// The path in the valley (x² + 40·y²)/2 from (10, 1), with momentum.
public func walked(steps: Int, rate: Double, rest: Double) -> [(x: Double, y: Double)] {
    var (x, y, vx, vy) = (10.0, 1.0, 0.0, 0.0)
    var path = [(x: x, y: y)]
    for _ in 0..<steps {
        (vx, vy) = (rest * vx + x, rest * vy + 40 * y)
        (x, y) = (x - rate * vx, y - rate * vy)
        path.append((x, y))
    }
    return path
}

extension WhatNext {
    func walkInARavine() {
        let (plain, fast) = (walked(steps: 40, rate: 0.0487, rest: 0), walked(steps: 40, rate: 0.0746, rest: 0.53))
        show(
            ChartGrid(
                [("without momentum", plain), ("with momentum", fast)].map { name, path in
                    Chart(name, x: "x, along the valley", y: "y, across") {
                        Line(path.map(\.x), path.map(\.y), arrows: true)
                        Points([10], [1], "start", colour: .green)
                        Points([0], [0], "bottom", colour: .vermilion)
                    }
                }, columns: 2, title: "Forty steps in a narrow valley"),
            "Two ways down, each with the numbers that are best for it (B. Polyak, 1964)")
        func height(_ place: (x: Double, y: Double)) -> Double { (place.x * place.x + 40 * place.y * place.y) / 2 }
        record("valley/height-after-40-steps-plain", height(plain.last!))
        record(
            "valley/height-after-40-steps-momentum", height(fast.last!),
            predict: .change(
                "With momentum, is the place after forty steps lower or higher (smaller or larger height) than without?",
                from: height(plain.last!), to: height(fast.last!)))
    }

    func afterABreak() {
        // And what does a break do? Set the velocity to 0 after push 30, as if one had stopped for a while and begun
        // anew:
        let before = velocities(Array(repeating: 1, count: 30), rest: 0.9)
        let after = velocities(Array(repeating: 1, count: 30), rest: 0.9)
        show(
            Chart("A break, and how long it takes to be as fast again", x: "pushes", y: "velocity", yLimits: 0...11) {
                Line(1...60, before + after)
                Rule(x: 30, "break")
            }, "Velocity with one break")
        let needed = after.firstIndex { $0 >= 0.95 * before.last! }! + 1
        record(
            "break/pushes-until-95-percent-of-the-speed-before", needed,
            predict: .choice(
                "With a rest of 0.9: how many pushes until nearly all of the speed is back?",
                ["about 3", "about 25", "about 300"],
                answer: needed > 100 ? "about 300" : needed > 10 ? "about 25" : "about 3"))
        // So much for the formula. For people nobody has measured a β. But everybody who has learned an instrument or a
        // language knows the curve: it is easier to do a little each day than much after a long time.
    }

    func thingsToDo() {
        // What can a small push be? These are the book's ideas:
        let table = TextTable(
            ["idea", "a small beginning"],
            rows: [
                ["write", "an experiment that nobody you know has tried; section 20.2 makes a post of it"],
                ["answer", "one beginner's question in a forum, as well as you can"],
                ["show", "what has worked, also if it is small: others take heart from it"],
                ["meet", "a study group, a talk for friends; one other person is enough"],
                ["read together", "a paper or a book, a chapter a week"],
                ["polish", "one project, as far as it goes (section 20.4)"],
                ["see it again", "the same subject as a course: what is seen from two sides is understood better"],
                ["pass it on", "give the book to somebody, and help them with the first chapter"],
            ])
        show(table, "What to do next (figure 20-1 of the book, in our words)")
    }
}
