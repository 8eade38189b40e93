// A year of a camera, week by week, for the page 06c: pictures are drawn from those that a last layer has not learned
// from.

import Foundation
import Notebook
import Tensors

/// Weeks of a camera: how often the model is wrong, and three indices that need no truth.
struct CampYear {
    var wrong: [Double] = [], ofAnswers: [Double] = [], ofDistances: [Double] = [], ofSureness: [Double] = []
}

extension ModelToProduction {
    /// Weeks before anything changes.
    var quietWeeks: Int { 20 }

    /// - Parameter darker: by how much the share of pictures taken at night grows each week.
    func campYear(
        _ split: CameraSplit, pictures: Int, darker: Double = 0.02, using random: inout SplitMix64
    ) -> CampYear {
        let night = CameraTrouble.allCases.firstIndex(of: .night)!
        let sure = CameraTrouble.allCases.indices.map { split.sureness($0) }
        let said = CameraTrouble.allCases.indices.map { split.said($0) }
        let kinds = split.probabilities[0].shape[1]
        func answers(_ all: [Int]) -> [Double] {
            (0..<kinds).map { kind in
                (Double(all.count { $0 == kind }) + 0.5) / (Double(all.count) + 0.5 * Double(kinds))
            }
        }
        var year = CampYear()
        for week in 0..<52 {
            let dark = week < quietWeeks ? 0 : min(0.9, darker * Double(week - quietWeeks + 1))
            let drawn = (0..<pictures).map { _ in
                (
                    place: Int.random(in: 0..<split.kinds.count, using: &random),
                    trouble: Double.random(in: 0..<1, using: &random) < dark ? night : 0
                )
            }
            let wrong = drawn.count { said[$0.trouble][$0.place] != split.kinds[$0.place] }
            year.wrong.append(Double(wrong) / Double(pictures))
            year.ofAnswers.append(stabilityIndex(answers(said[0]), answers(drawn.map { said[$0.trouble][$0.place] })))
            func index(_ values: [[Double]]) -> Double {
                stabilityIndex(
                    sharesOfPieces(values[0], cutBy: values[0]),
                    sharesOfPieces(drawn.map { values[$0.trouble][$0.place] }, cutBy: values[0]))
            }
            year.ofSureness.append(index(sure))
            year.ofDistances.append(index(Array(split.signs[2].dropLast())))
        }
        return year
    }
}
