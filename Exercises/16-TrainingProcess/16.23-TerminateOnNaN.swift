// Exercise 16.23 · TerminateOnNaN from memory
// Section 16.9, question 16.26: Chapters/16-TrainingProcess/09b-TerminateOnNaN.swift

import Chapter16
import Practice

/// A callback for the `TrainingLoop` of this chapter that does what `TerminateOnNaN` does: a class of your own, written
/// without looking, if you can. (`TerminateOnNaN` can be seen from here; do not use it.)
///
/// At the end of a batch whose loss is infinite or not a number, of training or of validation, the fit is cancelled.
/// The loop's recorder, a `LossRecorder`, must not record that loss, wherever in the list of callbacks yours is. (The
/// losses before it are recorded.)
public func terminatingOnNaN() throws -> LoopCallback {
    throw Unanswered("16.23")
}
