import Testing

@Suite struct `6 Questionnaire` {}
