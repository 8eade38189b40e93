// Question 1.16: what a model does that makes its own data.

import Chapter01
import Tensors
import Testing

extension `1 Questionnaire` {
    /// 1.16 · How can a model for predictive policing get into a feedback loop?
    ///
    /// It learns from arrests, not from crimes, and arrests are made where the police is. Its predictions decide
    /// where patrols go; there they make more arrests, because they are there; and these arrests are the data for the
    /// next model, which is now surer than before. So what it was biased to at first, be it by chance, grows with
    /// every round, and nothing in the data contradicts, for hardly anybody looks elsewhere. The loop can be broken
    /// by whoever knows how the data came about: by counting arrests per patrol, or by sending some patrols
    /// independently of the model.
    ///
    /// - Shown by: `patrolsAndArrests` in Chapters/01-FirstModels/04f-PatrolsAndArrests.swift
    @Test func `1.16 two areas with the same crime, and arrests that say otherwise`() {
        var random = SplitMix64(seed: 116)
        for _ in 0..<5 {
            let locked = PatrolledAreas(days: 200, by: .allToTheTop, using: &random)
            let fair = PatrolledAreas(days: 200, by: .evenly, using: &random)
            #expect(locked.largerShare > 0.9 && fair.largerShare < 0.6)
            // The same police, the same crime: only who is sent where differs. And what is per patrol tells the truth.
            let top = locked.arrests[0] > locked.arrests[1] ? 0 : 1
            let rate = Double(locked.arrests[top]) / Double(locked.patrols[top])
            #expect(abs(rate - 0.3) < 0.05)
            // Once decided, it stays decided.
            #expect(Set(locked.shares.suffix(150)).count == 1)
        }
        // Where there is no less crime but twice as much, this rule may still send everybody to the wrong area.
        let wrong = (0..<40).count { _ in
            let city = PatrolledAreas(days: 60, patrols: 2, crime: [0.2, 0.3], by: .allToTheTop, using: &random)
            return city.arrests[0] > city.arrests[1]
        }
        #expect(wrong > 0 && wrong < 40)
    }
}
