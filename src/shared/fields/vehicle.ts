import type { InputField } from '@segment/actions-core'
import { when } from './conditions'
import { firstChoice, path } from './directives'

/** The properties of automotive events. Source: TikTok, "Events API 2.0: Automotive events". */
export const vehicleField = {
  label: 'Vehicle Fields',
  type: 'object',
  defaultObjectUI: 'keyvalue',
  description: 'The properties of automotive events.',
  properties: {
    postal_code: {
      label: 'Postal Code',
      type: 'string',
      description: 'The postal code of the location of the vehicle.'
    },
    make: { label: 'Make of the Vehicle', type: 'string', description: 'The brand of the vehicle.' },
    model: { label: 'Model of the Vehicle', type: 'string', description: 'The model of the vehicle.' },
    year: { label: 'Year of the Vehicle', type: 'number', description: 'The model year: four digits.' },
    state_of_vehicle: {
      label: 'State of the Vehicle',
      type: 'string',
      description: 'New, used or certified pre-owned.',
      choices: [
        { value: 'New', label: 'New' },
        { value: 'Used', label: 'Used' },
        { value: 'CPO', label: 'Certified pre-owned' }
      ]
    },
    mileage_value: {
      label: 'Mileage Value',
      type: 'number',
      description: 'The mileage. It is sent only together with its unit.'
    },
    mileage_unit: {
      label: 'Mileage Unit',
      type: 'string',
      description: 'The unit of the mileage. It is sent only together with its value.',
      choices: [
        { value: 'MI', label: 'Miles' },
        { value: 'KM', label: 'Kilometers' }
      ]
    },
    exterior_color: { label: 'Exterior Color of the Vehicle', type: 'string', description: 'The exterior color.' },
    transmission: {
      label: 'Transmission Type of the Vehicle',
      type: 'string',
      description: 'The type of transmission.',
      choices: [
        { value: 'Automatic', label: 'Automatic' },
        { value: 'Manual', label: 'Manual' },
        { value: 'Other', label: 'Other' }
      ]
    },
    body_style: {
      label: 'Body Type of the Vehicle',
      type: 'string',
      description: 'The type of body.',
      choices: [
        { value: 'Convertible', label: 'Convertible' },
        { value: 'Coupe', label: 'Coupe' },
        { value: 'Hatchback', label: 'Hatchback' },
        { value: 'Minivan', label: 'Minivan' },
        { value: 'Truck', label: 'Truck' },
        { value: 'SUV', label: 'SUV' },
        { value: 'Sedan', label: 'Sedan' },
        { value: 'Van', label: 'Van' },
        { value: 'Wagon', label: 'Wagon' },
        { value: 'Crossover', label: 'Crossover' },
        { value: 'Other', label: 'Other' }
      ]
    },
    fuel_type: {
      label: 'Fuel Type of the Vehicle',
      type: 'string',
      description: 'The type of fuel.',
      choices: [
        { value: 'Diesel', label: 'Diesel' },
        { value: 'Electric', label: 'Electric' },
        { value: 'Flex', label: 'Flex' },
        { value: 'Gasoline', label: 'Gasoline' },
        { value: 'Hybrid', label: 'Hybrid' },
        { value: 'Other', label: 'Other' }
      ]
    },
    drivetrain: {
      label: 'Drivetrain of the Vehicle',
      type: 'string',
      description: 'The driven wheels.',
      choices: [
        { value: 'AWD', label: 'AWD' },
        { value: 'FOUR_WD', label: '4WD' },
        { value: 'FWD', label: 'FWD' },
        { value: 'RWD', label: 'RWD' },
        { value: 'TWO_WD', label: '2WD' },
        { value: 'Other', label: 'Other' }
      ]
    },
    preferred_price_range_min: {
      label: 'Minimum Preferred Price',
      type: 'number',
      description: 'The lowest price that the visitor looks for. It is sent only together with the highest.'
    },
    preferred_price_range_max: {
      label: 'Maximum Preferred Price',
      type: 'number',
      description: 'The highest price that the visitor looks for. It is sent only together with the lowest.'
    },
    trim: { label: 'Trim of the Vehicle', type: 'string', description: 'The trim level.' },
    vin: { label: 'VIN of the Vehicle', type: 'string', description: 'The vehicle identification number.' },
    interior_color: {
      label: 'Interior Color of the Vehicle',
      type: 'string',
      description: 'The interior color.'
    },
    condition_of_vehicle: {
      label: 'Condition of the Vehicle',
      type: 'string',
      description: 'The condition of the vehicle.',
      choices: [
        { value: 'Excellent', label: 'Excellent' },
        { value: 'Good', label: 'Good' },
        { value: 'Fair', label: 'Fair' },
        { value: 'Poor', label: 'Poor' },
        { value: 'Other', label: 'Other' }
      ]
    },
    viewcontent_type: {
      label: 'Soft Lead Landing Page',
      type: 'string',
      description: 'The type of landing page of a soft lead.',
      depends_on: when('any', { event: 'ViewContent' })
    },
    search_type: {
      label: 'Other Search Page',
      type: 'string',
      description: 'The type of search page.',
      depends_on: when('any', { event: 'Search' })
    },
    registration_type: {
      label: 'Other Registration Page',
      type: 'string',
      description: 'The type of registration page.',
      depends_on: when('any', { event: 'CompleteRegistration' })
    }
  },
  default: {
    postal_code: path('$.properties.postal_code'),
    make: path('$.properties.make'),
    model: path('$.properties.model'),
    year: path('$.properties.year'),
    state_of_vehicle: firstChoice('$.properties.state_of_vehicle'),
    mileage_value: path('$.properties.mileage_value'),
    mileage_unit: firstChoice('$.properties.mileage_unit'),
    exterior_color: path('$.properties.exterior_color'),
    transmission: firstChoice('$.properties.transmission'),
    body_style: firstChoice('$.properties.body_style'),
    fuel_type: firstChoice('$.properties.fuel_type'),
    drivetrain: firstChoice('$.properties.drive_train', '$.properties.drivetrain'),
    preferred_price_range_min: path('$.properties.preferred_price_range_min'),
    preferred_price_range_max: path('$.properties.preferred_price_range_max'),
    trim: path('$.properties.trim'),
    vin: path('$.properties.vin'),
    interior_color: path('$.properties.interior_color'),
    condition_of_vehicle: firstChoice('$.properties.condition_of_vehicle'),
    viewcontent_type: path('$.properties.viewcontent_type'),
    search_type: path('$.properties.search_type'),
    registration_type: path('$.properties.registration_type')
  }
} satisfies InputField
