// Pictures of walks through the valley of section 16.3.

import Figures
import Foundation

extension TrainingProcess {
    /// Walks over the lines of equal loss.
    func picture(_ title: String, _ walks: [(name: String, places: [[Double]], colour: Colour)], in valley: Valley)
        -> Chart
    {
        // The half of the valley that is walked through.
        let corners = [valley.place(along: -11, across: 0), valley.place(along: 3, across: 0)]
        let places = walks.flatMap(\.places)
        let x = min(corners[0][0], places.map { $0[0] }.min()!)...max(corners[1][0], places.map { $0[0] }.max()!)
        let y =
            min(corners[0][1], -2, places.map { $0[1] }.min()!)...max(corners[1][1], 2, places.map { $0[1] }.max()!)
        return Chart(title, x: "x", y: "y", xLimits: x, yLimits: y) {
            for level in [2.0, 15, 60, 150] { contour(valley, level) }
            for (name, places, colour) in walks {
                // Arrows on the first steps only: on the floor they would pile up.
                let first = places.prefix(5), rest = places.dropFirst(4)
                Line(first.map { $0[0] }, first.map { $0[1] }, name, colour: colour, arrows: true)
                Line(rest.map { $0[0] }, rest.map { $0[1] }, colour: colour)
            }
            Points([valley.start[0]], [valley.start[1]], colour: .black)
            Points([0], [0], colour: .green)
        }
    }

    /// An ellipse of places with the same loss.
    private func contour(_ valley: Valley, _ level: Double) -> Line {
        let places = (0...90).map { step in
            let turn = Double(step) / 45 * .pi
            return valley.place(
                along: (2 * level).squareRoot() * cos(turn), across: (level / 50).squareRoot() * sin(turn))
        }
        return Line(places.map { $0[0] }, places.map { $0[1] }, colour: Colour(grey: 190))
    }
}
